# Portfolios: files that an agent is in charge of.

portfolios-title = Portfolios
portfolios-new = Create a portfolio
    .short = Create a portfolio
portfolios-edit = Edit
portfolios-edit-one = Edit { $name }
portfolios-delete = Delete
portfolios-delete-one = Delete { $name }
portfolios-deletion = Delete the portfolio
    .short = Delete
portfolios-deletion-text = This portfolio is empty. It disappears for the whole centre.
portfolios-deletion-holds = This portfolio holds files. Assign them elsewhere before you delete it.
portfolios-empty-it = Assign its files
portfolios-keep = Keep the portfolio
    .short = Keep the portfolio
portfolios-deleted = The portfolio is deleted.
    .short = Deleted
portfolios-save = Save
portfolios-saved = The portfolio is saved.
    .short = Saved
portfolios-caption = Work of each portfolio
    .short = Work
portfolios-by-agent = Work of each agent
portfolios-name = Name
    .label = Name
portfolios-hint-name = A name that your colleagues understand. Example: Greater Algiers.
portfolios-agent = Agent in charge
    .label = Agent
portfolios-nobody = Nobody
portfolios-files = Files
    .label = Files
portfolios-incomplete = Incomplete
portfolios-stale = No update, 180 days
portfolios-none = No portfolio yet. Create one, then assign files to it.
portfolios-none-own = You are in charge of no portfolio. Ask your supervisor.

## Transfer from one agent to another

portfolios-transfer = Transfer
portfolios-transfer-text = Every portfolio of one agent goes to another. The files stay in their portfolios.
portfolios-from = From agent
    .label = From agent
portfolios-to = To agent
    .label = To
portfolios-preview = Preview
portfolios-preview-title = Preview
portfolios-transfer-none = This agent has no portfolio. There is nothing to transfer.
portfolios-transfer-do = Transfer
portfolios-transferred = The portfolios are transferred.
    .short = Transferred

## Assignment

portfolios-moves = Assignments
portfolios-move = Assignment
portfolios-move-new = Assign files
portfolios-moves-none = No assignment yet. Filter the files, then assign them to a portfolio.
portfolios-target = To the portfolio
    .short = To the portfolio
    .label = To
portfolios-chosen = Chosen files
    .label = Chosen
portfolios-when = Done by
    .label = By
portfolios-one-file = One file
portfolios-so-many =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
portfolios-will-move =
    { $n ->
        [0] No file to move: they are there already ({ $name }).
        [one] { $n } file will go to: { $name }.
       *[other] { $n } files will go to: { $name }.
    }
portfolios-leaving = They come from:
portfolios-too-many = One assignment moves { $most } files at most. Add a condition to the filter.
portfolios-choose-others = Change the filter
portfolios-assign = Assign
portfolios-assign-one = Assign the file
portfolios-assigned = The assignment is done. It can be undone under Assignments.
    .short = Assigned
portfolios-changed = The number of files has changed since the preview. Nothing was moved. Check the new preview, then confirm.
portfolios-undo = Undo the assignment
    .short = Undo
portfolios-undo-text = Each file goes back to where it was. Files that were assigned again since do not move.
portfolios-undone = The assignment is undone.
    .short = Undone
portfolios-was-undone = Undone
portfolios-file = Portfolio of the file
    .short = Portfolio
portfolios-unreadable = This assignment cannot be read. Go back to the list of files and filter again.

## What is wrong

portfolios-error-name = Give the portfolio a name.
portfolios-error-taken = This name is taken in this centre. Choose another one.
portfolios-error-full = The centre has 200 portfolios already. Delete one before you create another.
portfolios-error-stale = Somebody else has just changed this portfolio. Check your values, then save again.
portfolios-error-agent = Choose the agent who hands over the portfolios.
portfolios-error-other = Choose another agent, who receives the portfolios.
