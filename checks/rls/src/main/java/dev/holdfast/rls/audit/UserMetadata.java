package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.expression.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Pitfall 32: claims that the user writes. */
final class UserMetadata implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "user-metadata",
                    "A policy trusts what users write about themselves",
                    Severity.HIGH,
                    "A policy, or a function that it calls, reads user_metadata of the "
                            + "token or raw_user_meta_data of auth.users. Every user can change these"
                            + " with a request.",
                    "A user writes the tenant or the right that the policy asks for into "
                            + "his own account.",
                    "Use app_metadata, which only the service's key can change, or a table.",
                    Explained.cwe(807),
                    Explained.asvs("8.2.2"),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: Row Level Security",
                            "https://supabase.com/docs/guides/database/postgres/row-level-security"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            Set<String> where = new LinkedHashSet<>();
            for (Expression each : scene.expressions().of(policy)) {
                Inside.each(
                        each,
                        (part, queries) -> {
                            if (isMetadata(scene, part, queries)) {
                                where.add("its expression");
                            }
                        });
            }
            for (long oid : scene.guards().functions(policy)) {
                Function function = scene.catalog().functions().get(oid);
                if (function != null && TEXT.matcher(function.source()).find()) {
                    where.add(function.fullName());
                }
            }
            if (!where.isEmpty()) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        scene.table(policy).fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + scene.table(policy).fullName()
                                                + " rests on metadata that users write themselves, in "
                                                + String.join(", ", where))
                                .with("policies", List.of(policy.name())));
            }
        }
        return found;
    }

    private static final Pattern TEXT = Pattern.compile("\\b(user_metadata|raw_user_meta_data)\\b");
    private static final String HEX =
            java.util.HexFormat.of()
                    .formatHex("user_metadata".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private static boolean isMetadata(Scene scene, Expression part, List<Query> queries) {
        return switch (part) {
            // The key may stand alone, or in the path of an array.
            case Expression.Literal it -> it.hex().orElse("").contains(HEX);
            case Expression.ColumnOf it -> {
                Relation relation =
                        scene.catalog().relations().get(Inside.relation(it, queries).orElse(0));
                yield relation != null
                        && relation.schema().equals("auth")
                        && relation.column(it.number())
                                .filter(each -> each.name().equals("raw_user_meta_data"))
                                .isPresent();
            }
            default -> false;
        };
    }
}
