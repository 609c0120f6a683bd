package dev.holdfast.rls.audit;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The functions whose text asks who is calling, or calls one that does. Whether it draws the right
 * conclusion is not judged; one that never asks answers everybody alike.
 */
final class CallerAsked {
    private static final Pattern ASKS =
            Pattern.compile(
                    "\\bauth\\s*\\.|current_setting|current_user|session_user|current_role|\\bjwt\\b");
    private static final String SESSION_VALUE = "{SQLVALUEFUNCTION";

    private final Set<Long> asking = new HashSet<>();

    CallerAsked(Catalog catalog) {
        List<Function> all = List.copyOf(catalog.functions().values());
        all.stream().filter(CallerAsked::asksItself).map(Function::oid).forEach(asking::add);
        boolean more = true;
        while (more) {
            Set<String> names =
                    all.stream()
                            .filter(each -> asking.contains(each.oid()))
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            more =
                    asking.addAll(
                            all.stream()
                                    .filter(each -> calls(each, names))
                                    .map(Function::oid)
                                    .toList());
        }
    }

    /** Whether it does. */
    boolean by(Function function) {
        return asking.contains(function.oid());
    }

    private static boolean asksItself(Function function) {
        return function.schema().equals("auth")
                || (function.schema().equals("pg_catalog")
                        && function.name().equals("current_setting"))
                || (!function.schema().equals("pg_catalog")
                        && ASKS.matcher(function.source().toLowerCase(Locale.ROOT)).find())
                || function.body().filter(each -> each.contains(SESSION_VALUE)).isPresent();
    }

    private boolean calls(Function function, Set<String> names) {
        if (function.schema().equals("pg_catalog")) {
            return false;
        }
        return CalledFunctions.named(function.source()).stream().anyMatch(names::contains)
                || function.body()
                        .filter(each ->
                                CalledFunctions.of(each).stream().anyMatch(asking::contains))
                        .isPresent();
    }
}
