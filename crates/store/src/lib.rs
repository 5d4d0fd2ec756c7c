//! Connections, migrations, transactions, keyset pages, centres, the journal.
