package dev.holdfast.rls.generate;

import java.util.Set;

/**
 * A migration that was written.
 *
 * @param sql the script
 * @param tables that it is for, with their schemas
 * @param policies how many it makes
 */
record Migration(String sql, Set<String> tables, int policies) {
    Migration {
        tables = Set.copyOf(tables);
    }
}
