# Merging two files of one client, and undoing a merge.

merge-title = Merge two files
    .short = Merge two files
merge-kept = File that stays
    .short = File that stays
    .label = Stays
merge-other = File merged into it
    .label = Merged
merge-swap = Keep the other file instead
    .short = Keep the other
merge-same = The same in both files:
    .short = The same:
merge-all-same = Both files hold exactly the same.
merge-source-kept = kept file
merge-source-other = merged file
merge-source-both = both
merge-preview = See the result
merge-preview-title = Result of the merge
    .short = Result
merge-preview-text = Nothing is changed yet. Read the file as it will be, then merge or go back to the choice.
merge-result = The file after the merge
    .short = After the merge
merge-moved =
    { $n ->
        [0] No call changes its file.
        [one] { $n } call will go to the file that stays.
       *[other] { $n } calls will go to the file that stays.
    }
merge-links = The links of the merged file with other files will be read on the file that stays.
merge-act = Merge the files
merge-back = Back to the choice
merge-done = The files are merged. This merge can be undone in the list of merges.
merge-led = This file was merged with another of the same client. Here is the file that stayed.
merge-changed-title = One of the files has changed
    .short = File changed
merge-changed-text = Somebody else changed it while you were choosing. Your choices are kept. Read the values again, then go on.
merge-list-title = Merges
merge-list-none = No merge yet. Merges will stand here, and you will be able to undo them.
merge-is-undone = Undone
merge-by = Merged by
    .label = Merged by
merge-undone-by = Undone by
    .label = Undone by
merge-undone-text = This merge is undone. The two files are separate again.
merge-above = See that merge
merge-undo-title = Undo a merge
merge-undo = Undo the merge
merge-undo-calls =
    { $n ->
        [0] The merged file will come back as it was. No call changes its file.
        [one] The merged file will come back as it was, with its call. Calls that came after the merge stay with the file that stayed.
       *[other] The merged file will come back as it was, with its { $n } calls. Calls that came after the merge stay with the file that stayed.
    }
merge-undo-back = In the file that stayed, these fields go back to their value before the merge:
    .short = They go back:
merge-undone = The merge is undone. The two files are separate again.
merge-conflicts = Fields changed since the merge
    .short = Changed since
merge-conflicts-text = The merge, and then somebody, changed these fields of the file that stayed. Choose the value to keep.
merge-source-before = before the merge
merge-source-merge = by the merge
merge-source-now = now
merge-history-merged = Another file was merged into this one
    .short = Other file merged
merge-history-absorbed = Merged into another file
    .short = Merged
merge-history-unmerged = A merge with this file was undone
    .short = Merge undone
merge-history-restored = Separate again, merge undone
    .short = Separate again
merge-refused-itself = A file is not merged with itself. Choose another file of the same client.
merge-refused-merged = One of these files was merged already. Open the list of merges to see with which.
merge-refused-changed = One of these files has changed. Open the page again and read the values.
merge-refused-undone = This merge is undone already. There is nothing more to do.
merge-refused-buried = The file that stayed was itself merged with another. Undo that merge first.
