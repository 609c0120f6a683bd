package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pitfall 26: a setting that is missing or empty raises instead of hiding rows. */
final class SettingRaises implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "setting-raises",
                    "A missing setting makes queries fail",
                    Severity.LOW,
                    "A policy calls current_setting without missing_ok, or casts what it "
                            + "gives to a type that has no empty value. After a transaction that set "
                            + "it with SET LOCAL the setting is '' and not NULL.",
                    "Nothing leaks. Queries of sessions that have not set it fail, and the "
                            + "next one hurries to make the policy weaker.",
                    "nullif(current_setting('app.tenant', true), '')::uuid",
                    Explained.cwe(755),
                    Explained.manual("functions-admin"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            Set<String> reasons = new LinkedHashSet<>();
            for (Expression each : scene.expressions().of(policy)) {
                Inside.each(each, (part, _) -> reason(scene, part).ifPresent(reasons::add));
            }
            if (!reasons.isEmpty()) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        scene.table(policy).fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + scene.table(policy).fullName()
                                                + " raises without an identity: "
                                                + String.join("; ", reasons))
                                .with("policies", List.of(policy.name())));
            }
        }
        return found;
    }

    private static Optional<String> reason(Scene scene, Expression part) {
        if (part instanceof Expression.Call call
                && scene.words().isBuiltIn(call, "current_setting")
                && call.arguments().size() == 1) {
            return Optional.of("current_setting is called without missing_ok");
        }
        if (part instanceof Expression.ThroughText cast
                && cast.of() instanceof Expression.Call call
                && scene.words().isBuiltIn(call, "current_setting")
                && !isText(scene.catalog(), cast.type())) {
            return Optional.of("an empty setting is cast without nullif");
        }
        return Optional.empty();
    }

    private static boolean isText(Catalog catalog, long type) {
        dev.holdfast.rls.catalog.Type it = catalog.types().get(type);
        return it == null || it.category() == 'S';
    }
}
