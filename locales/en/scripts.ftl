# The scripts of the centre, to be read.

scripts-title = Scripts
scripts-help = Scripts are read here. A script is not changed on this page: it is written in a file, then published. Publishing adds a version; the older ones stay, because calls followed them.
scripts-empty = This centre has no script yet. The first one will appear here when it is published.
scripts-line = version { $version }, { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }
    .short = v{ $version }, { $steps } st.
scripts-back = All scripts
scripts-script-title = { $code }, version { $version }
scripts-language-fr = in French
scripts-language-ar = in Arabic
scripts-language-en = in English
scripts-newest = current version
scripts-older = older version
scripts-steps = Steps
scripts-brackets = What stands in brackets is replaced during the call.
scripts-comma = ,
scripts-kind-say = to say
scripts-kind-ask = to ask
scripts-kind-do = to do
scripts-required = required
scripts-optional = optional
scripts-key = key
scripts-branch-to = go to step { $rank }:
scripts-versions = Versions
scripts-version = Version { $version }
scripts-this-one = this one

# The names of merged fields, inside the words of a script.
scripts-absent-client-name = [client’s name]
scripts-absent-agent-name = [adviser’s name]
scripts-absent-company = [company]
scripts-absent-reason = [reason for call]
