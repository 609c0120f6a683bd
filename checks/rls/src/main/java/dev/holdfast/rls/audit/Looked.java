package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was looked at, and what could not be: no name that does not exist passes for clean. */
final class Looked {
    static final CheckInfo TABLE =
            Explained.of(
                    "audit",
                    "A table was audited",
                    Severity.INFO,
                    "The table was looked at with all rules of the audit, and none found anything.",
                    "A pass says what was looked at: which roles, which grants, which policies.",
                    "Nothing.",
                    Explained.asvs("8.2.2"));
    static final CheckInfo NOT_FOUND =
            Explained.of(
                    "not-found",
                    "A name of the audit does not exist",
                    Severity.HIGH,
                    "A schema, role or setting that the audit was asked about is not there, so that"
                            + " nothing was judged for it.",
                    "An audit of a name that is written wrong finds nothing, which looks like"
                            + " everything was fine.",
                    "Correct the name, or make the role before the audit (migrations: choose the"
                            + " stub pack that has it).",
                    Explained.asvs("8.2.2"));
    static final CheckInfo NOT_READ =
            Explained.of(
                    "not-read",
                    "A part of the catalogue could not be read",
                    Severity.HIGH,
                    "The catalogue, or a policy's expression in it, could not be read, so that"
                            + " rules that need it say nothing of it.",
                    "What was not looked at may be open.",
                    "Connect as a role that may read it; report an expression that cannot be read.",
                    Explained.asvs("8.2.2"));
    static final CheckInfo NO_TABLES =
            Explained.of(
                    "no-tables",
                    "No table was audited",
                    Severity.HIGH,
                    "The exposed schemas have no table, or no exposed role exists.",
                    "An audit that looks at nothing finds nothing.",
                    "Name the exposed schemas (--schemas) and roles; look whether the migrations"
                            + " were applied.",
                    Explained.asvs("8.2.2"));
    static final List<CheckInfo> EXPLANATIONS = List.of(TABLE, NOT_FOUND, NOT_READ, NO_TABLES);

    private Looked() {}

    /** What is not there or could not be read. */
    static List<Result> missing(Scene scene) {
        List<Result> results = new ArrayList<>();
        Catalog catalog = scene.catalog();
        for (String schema : scene.request().schemas()) {
            if (!catalog.schemas().containsKey(schema)) {
                results.add(notFound("schema:" + schema, "the schema " + schema));
            }
        }
        for (String role : scene.exposed().missing()) {
            results.add(notFound("role:" + role, "the role " + role));
        }
        Set<String> read = SettingsRead.of(scene).keySet();
        for (String setting : scene.request().settings()) {
            if (!read.contains(setting)) {
                results.add(
                        Results.of(
                                NOT_FOUND,
                                Outcome.UNKNOWN,
                                "setting:" + setting,
                                "no policy reads the setting "
                                        + setting
                                        + ", so that it guards nothing"));
            }
        }
        catalog.gaps()
                .forEach(each ->
                        results.add(Results.of(NOT_READ, Outcome.UNKNOWN, "catalog", each)));
        scene.expressions()
                .unreadable()
                .forEach((policy, reason) -> results.add(unreadable(scene, policy, reason)));
        boolean none = scene.tables().stream().noneMatch(each -> scene.concerns(each.schema()));
        if (none || scene.roles().isEmpty()) {
            results.add(
                    Results.of(
                            NO_TABLES,
                            Outcome.UNKNOWN,
                            "schemas:" + String.join(",", scene.request().schemas()),
                            scene.roles().isEmpty()
                                    ? "there is no exposed role, so that nothing was judged"
                                    : "no table stands in "
                                            + String.join(", ", scene.request().schemas())
                                            + ", so that nothing was judged"));
        }
        return results;
    }

    private static Result notFound(String subject, String what) {
        return Results.of(
                NOT_FOUND,
                Outcome.UNKNOWN,
                subject,
                what + " does not exist, so that nothing was judged for it");
    }

    private static Result unreadable(Scene scene, Policy policy, String reason) {
        Relation table = scene.catalog().relations().get(policy.relation());
        String subject = (table == null ? "?" : table.fullName()) + ":" + policy.name();
        return Results.of(
                NOT_READ,
                Outcome.UNKNOWN,
                subject,
                "the policy " + policy.name() + " could not be read: " + reason);
    }

    /** That a table was looked at and nothing found. */
    static Result clean(Scene scene, Relation table) {
        List<String> grants = new ArrayList<>();
        for (long role : scene.roles()) {
            String name = scene.catalog().roleName(role);
            for (Held held : scene.access().held(role, table)) {
                grants.add(name + ": " + held.privilege());
            }
        }
        List<String> policies =
                scene.access().policiesOf(table).stream().map(Policy::name).toList();
        return Results.of(
                        TABLE,
                        Outcome.PASS,
                        table.fullName(),
                        table.fullName()
                                + ": "
                                + policies.size()
                                + " policies and "
                                + grants.size()
                                + " privileges of "
                                + String.join(", ", scene.names(scene.roles()))
                                + " were looked at with "
                                + Rules.all().size()
                                + " rules")
                .withProperty("roles", scene.names(scene.roles()))
                .withProperty("policies", policies)
                .withProperty("grants", grants)
                .withProperty(
                        "rowSecurity", Map.of("on", table.rowSecurity(), "forced", table.forced()));
    }
}
