# The administrator's list of accounts.

accounts-title = Accounts
accounts-caption = Active accounts, from the oldest to the newest
    .short = Active accounts
accounts-new = New account
accounts-name = Full name
    .label = Name
accounts-role = Role
    .label = Role
accounts-login-hint = One short word without spaces, for example k.benali. Capitals and small letters count as the same.
accounts-password-hint = From 8 to 200 characters. A phrase that is easy to remember does well.
accounts-create = Create the account
accounts-created = The account is created. The person can sign in.
    .short = Account created
accounts-error-name = The name of the person is missing. Type it in this field.
accounts-error-role = The role of the account is missing. Choose it in the list.
accounts-error-taken = An account already has this user name. Choose another, for example with a digit at the end.
accounts-error-password = The password must have from 8 to 200 characters. Type another one.
