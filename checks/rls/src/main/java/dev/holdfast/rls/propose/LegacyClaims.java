package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of single claims ({@code request.jwt.claim.role}), which PostgREST set before its
 * version 9 and then only where {@code db-use-legacy-gucs} says so (release notes of 9.0.0, Legacy
 * GUC variable names). Functions of Supabase still read them first. A spec that leaves them out
 * says that they may have any value, and whoever asks might choose his role.
 */
final class LegacyClaims {
    private static final Pattern READ =
            Pattern.compile("current_setting\\(\\s*'(request\\.jwt\\.claim(?:\\.\\w+)?)'");

    private LegacyClaims() {}

    /**
     * Those that functions in policies read, as PostgREST leaves them.
     *
     * @param identity the expression of who asks, which a proof takes as it is
     */
    static Map<String, String> empty(Tables tables, Optional<String> identity) {
        return tables.all().stream()
                .map(Relation::oid)
                .flatMap(each -> tables.catalog().policiesOf(each).stream())
                .flatMap(LegacyClaims::trees)
                .flatMap(each -> CalledFunctions.of(each).stream())
                .distinct()
                .map(each -> tables.catalog().functions().get(each))
                .filter(Objects::nonNull)
                .filter(each -> !identity.equals(Optional.of(call(each))))
                .flatMap(each -> READ.matcher(each.source()).results())
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toMap(each -> each, _ -> "", (one, _) -> one, TreeMap::new));
    }

    private static Stream<String> trees(Policy policy) {
        return Stream.of(policy.using(), policy.check())
                .flatMap(Optional::stream)
                .map(each -> each.tree());
    }

    private static String call(Function function) {
        return function.schema() + "." + function.name() + "()";
    }
}
