package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;

/** Sequences: none is anybody's but those that a column of a writable table counts with. */
final class Sequences {
    private final Tables tables;
    private final Audience audience;

    Sequences(Tables tables, Audience audience) {
        this.tables = tables;
        this.audience = audience;
    }

    void write(Script script) {
        List<Relation> all = tables.relations(Relation.Kind.SEQUENCE);
        if (all.isEmpty()) {
            return;
        }
        script.title("Sequences")
                .comment(
                        "USAGE lets nextval be called and not read what all tenants together have"
                                + " counted. Identity columns need no grant.");
        for (Relation each : all) {
            script.statement(
                    "REVOKE ALL ON SEQUENCE "
                            + Names.of(each)
                            + " FROM "
                            + String.join(", ", audience.losing(each)));
            if (isNeeded(each)) {
                audience.member()
                        .ifPresent(member ->
                                script.statement(
                                        "GRANT USAGE ON SEQUENCE "
                                                + Names.of(each)
                                                + " TO "
                                                + Names.of(member.name())));
            }
        }
    }

    /** The catalogue is read so that names in defaults have their schemas. */
    private boolean isNeeded(Relation sequence) {
        String call = "nextval('" + Names.of(sequence).replace("'", "''") + "'::regclass)";
        return tables.all().stream()
                .filter(each -> tables.is(each, Treatment.OWN))
                .flatMap(each -> each.columns().stream())
                .map(Column::defaultText)
                .anyMatch(each -> each.contains(call));
    }
}
