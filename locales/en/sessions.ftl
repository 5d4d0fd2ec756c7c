# Signing in and out, and the first administrator.

sessions-title = Sign-in
sessions-text = Type your user name and your password. If you do not have them, ask the administrator.
sessions-kept = Your session is no longer open. What you had typed is kept, passwords excepted: sign in to find it again.
sessions-login = User name
    .label = User name
sessions-password = Password
    .label = Password
sessions-sign-in = Sign in
sessions-error-login = The user name is missing. Type it in this field.
sessions-error-password = The password is missing. Type it in this field.
sessions-error-wrong = This user name and this password do not go together. Check the user name, the capitals key and the language of the keyboard, then type the password again. The administrator can give you a new one.
sessions-error-blocked = After several tries without success, this account stays closed for a while, 15 minutes at most. Wait, then try again, or ask the administrator for a new password.
sessions-everywhere-title = Open sessions
sessions-everywhere-text = If you are still signed in on another computer, close all your sessions from here. This one closes too: you can then sign in again.
sessions-everywhere = Close all my sessions
    .short = Close my sessions
sessions-first-title = First administrator
    .short = First account
sessions-first-text = Nobody can sign in yet. Create here the account of the administrator, who will then create the others. This link works once only.
