//! Values of the fields that a centre defined, apart from the files, for filters and reports.

use store::{MigrationTrait, SqlMigration};

/// One row for each filled field of a file. Files that are older have theirs written here; their texts are folded like those
/// of newer ones when they are saved next.
pub(super) fn own() -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name: "m20261128_000202_own",
        sql: "
            CREATE TABLE client_own (
                centre_id BIGINT NOT NULL, client_id BIGINT NOT NULL REFERENCES client (id), field_id BIGINT NOT NULL,
                value TEXT NOT NULL, amount DOUBLE PRECISION, PRIMARY KEY (client_id, field_id)
            );
            CREATE INDEX client_own_amount ON client_own (centre_id, field_id, amount, client_id)
                WHERE amount IS NOT NULL;
        ",
        sqlite: "
            ALTER TABLE client_own ADD COLUMN folded TEXT NOT NULL DEFAULT '';
            CREATE INDEX client_own_text ON client_own (centre_id, field_id, folded, client_id);
            INSERT INTO client_own (centre_id, client_id, field_id, value, folded, amount)
                SELECT c.centre_id, c.id, f.id, j.value, LOWER(j.value), CASE f.kind
                    WHEN 'number' THEN CAST(j.value AS REAL) WHEN 'date' THEN CAST(REPLACE(j.value, '-', '') AS REAL) END
                FROM client c JOIN json_each(CASE WHEN c.more = '' THEN '{}' ELSE c.more END) j
                JOIN client_field f ON f.centre_id = c.centre_id AND j.key = 'x_' || f.id
                WHERE c.more LIKE '%\"x%' AND j.value <> '';
        ",
        postgres: "
            ALTER TABLE client_own ADD COLUMN folded TEXT COLLATE \"C\" NOT NULL DEFAULT '';
            CREATE INDEX client_own_text ON client_own (centre_id, field_id, folded, client_id);
            INSERT INTO client_own (centre_id, client_id, field_id, value, folded, amount)
                SELECT c.centre_id, c.id, f.id, j.value, LOWER(j.value), CASE f.kind
                    WHEN 'number' THEN CAST(j.value AS DOUBLE PRECISION)
                    WHEN 'date' THEN CAST(REPLACE(j.value, '-', '') AS DOUBLE PRECISION) END
                FROM client c
                CROSS JOIN LATERAL json_each_text(CAST(CASE WHEN c.more = '' THEN '{}' ELSE c.more END AS JSON)) j
                JOIN client_field f ON f.centre_id = c.centre_id AND j.key = 'x_' || f.id
                WHERE c.more LIKE '%\"x%' AND j.value <> '';
        ",
    })
}
