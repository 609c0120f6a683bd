package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.demand.Words;
import dev.holdfast.rls.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 26: a policy that is true when nobody has said who asks. */
final class UnsetOpens implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "unset-opens",
                    "A policy opens when a setting is missing",
                    Severity.HIGH,
                    "One alternative of a policy is true when a setting or claim of the "
                            + "session is missing or empty.",
                    "A session that has not said who it is, or one from a pool whose "
                            + "setting was reset, sees the rows of all tenants.",
                    "Remove the alternative: without an identity nothing may pass. Give "
                            + "jobs a role of their own with its own policy.",
                    Explained.cwe(636),
                    Explained.asvs("8.2.2"),
                    Explained.manual("ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            boolean opens =
                    scene.expressions().of(policy).stream()
                            .flatMap(each -> Clauses.alternatives(each).stream())
                            .anyMatch(each -> asksForNothing(scene.words(), each));
            if (opens) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        scene.table(policy).fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + scene.table(policy).fullName()
                                                + " lets rows pass when the session does not say who asks")
                                .with("policies", List.of(policy.name())));
            }
        }
        return found;
    }

    private static boolean asksForNothing(Words words, Expression expression) {
        return switch (expression) {
            case Expression.NullTest it -> !it.negated() && words.isOfSessionOnly(it.of());
            case Expression.Operation it ->
                    words.isOperator(it.operator(), "=")
                            && it.arguments().size() == 2
                            && words.isOfSessionOnly(it.arguments().getFirst())
                            && words.text(it.arguments().getLast())
                                    .filter(String::isEmpty)
                                    .isPresent();
            default -> false;
        };
    }
}
