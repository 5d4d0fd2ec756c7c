# The announcement log.

announcements-title = Announcements
announcements-empty = No announcement yet. Short messages, a ringing call for example, will be kept here to be read again. To see the first one, save your preferences.
