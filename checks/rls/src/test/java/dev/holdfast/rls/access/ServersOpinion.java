package dev.holdfast.rls.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the server itself says of privileges. */
final class ServersOpinion {
    private final Statement statement;
    private final Catalog catalog;
    private final EffectiveAccess access;

    ServersOpinion(Statement statement, Catalog catalog) {
        this.statement = statement;
        this.catalog = catalog;
        access = new EffectiveAccess(catalog);
    }

    void check() throws SQLException {
        int compared = 0;
        for (Role role : catalog.roles().values()) {
            for (Relation table : catalog.allRelations()) {
                for (Privilege privilege : Privilege.values()) {
                    if (privilege != Privilege.MAINTAIN || catalog.server().major() >= 17) {
                        String what = role.name() + " " + privilege + " " + table.fullName();
                        assertEquals(
                                says(role, table, privilege),
                                access.held(role.oid(), table, privilege).isPresent(),
                                what);
                        compared++;
                    }
                }
                if (table.rowSecurity()) {
                    assertEquals(
                            isActive(role, table),
                            access.enforcement(role.oid(), table) == Enforcement.ENFORCED,
                            role.name() + " at " + table.fullName());
                }
            }
        }
        assertTrue(compared > 0);
    }

    private boolean says(Role role, Relation table, Privilege privilege) throws SQLException {
        String function =
                privilege.onColumns() ? "has_any_column_privilege" : "has_table_privilege";
        return flag(
                "SELECT %s(%d::oid, %d::oid, '%s') AND has_schema_privilege(%d::oid, '%s', 'USAGE')"
                        .formatted(
                                function,
                                role.oid(),
                                table.oid(),
                                privilege,
                                role.oid(),
                                table.schema()));
    }

    private boolean isActive(Role role, Relation table) throws SQLException {
        statement.execute("SAVEPOINT before");
        statement.execute("SET LOCAL ROLE \"" + role.name() + "\"");
        boolean active = flag("SELECT row_security_active(" + table.oid() + "::oid)");
        statement.execute("ROLLBACK TO SAVEPOINT before");
        return active;
    }

    private boolean flag(String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
