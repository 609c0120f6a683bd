package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns whose names tell that everybody should not read them. */
final class SensitiveColumns implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "sensitive-columns",
                    "Columns that look secret are read by everybody",
                    Severity.HIGH,
                    "An exposed role reads all rows of a table, and a column of it is "
                            + "called like a password, a key, a token, or what identifies a person.",
                    "A list of all values is one request away.",
                    "Move the column to a table that is not exposed, grant SELECT on the "
                            + "other columns only, or write policies.",
                    Explained.cwe(200),
                    Explained.asvs("8.2.3"),
                    Explained.manual("ddl-priv"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.tables()) {
            Set<String> columns = new LinkedHashSet<>();
            Set<Long> roles = new LinkedHashSet<>();
            for (long role : scene.holders(table, Privilege.SELECT)) {
                boolean all =
                        scene.access().enforcement(role, table) != Enforcement.ENFORCED
                                || scene.strength(role, table, Command.SELECT, Side.OLD)
                                        == Strength.ALWAYS;
                List<String> only =
                        scene.access()
                                .held(role, table, Privilege.SELECT)
                                .map(Held::columns)
                                .orElse(List.of());
                for (Column each : table.columns()) {
                    if (all
                            && (only.isEmpty() || only.contains(each.name()))
                            && SECRET.matcher(each.name().toLowerCase(Locale.ROOT)).find()) {
                        columns.add(each.name());
                        roles.add(role);
                    }
                }
            }
            if (!columns.isEmpty()) {
                List<Long> some = List.copyOf(roles);
                found.add(
                        Found.of(
                                        table.fullName(),
                                        table.fullName(),
                                        String.join(", ", scene.names(some))
                                                + " reads "
                                                + String.join(", ", columns)
                                                + " of all rows of "
                                                + table.fullName())
                                .with("roles", scene.names(some))
                                .with("columns", columns)
                                .with("grants", scene.grants(some, table, Privilege.SELECT)));
            }
        }
        return found;
    }

    private static final Pattern SECRET =
            Pattern.compile(
                    "passw(or)?d|passwd|passphrase|secret|private_?key|api_?key|access_?key"
                            + "|(^|_)tokens?$|token_?hash|(access|refresh|auth|session|reset|bearer|invite)_?token|otp|mfa_|recovery_?code"
                            + "|ssn|social_?security|passport|national_?id|tax_?id|iban|card_?number|cvv|cvc"
                            + "|date_?of_?birth|birth_?date|medical|diagnos|(^|_)e?mail(_?address)?$|(^|_)phone(_?number)?$");
}
