package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what changes settings while policies are evaluated: then nothing that a session was given
 * need be what a policy reads.
 */
final class SettingChanges {
    private static final Pattern CHANGES =
            Pattern.compile(
                    "(?i)set_config|\\bset\\s+(?:local|session|role|search_path|row_security)\\b"
                            + "|\\bset\\s+(?:\\w+|\"[^\"]+\")\\s*\\.|\\breset\\b");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|--[^\\n]*");
    private static final long FIRST_OF_USERS = 16_384;

    private SettingChanges() {}

    /** The first function that policies, or what they call, change settings by. */
    static Optional<Function> of(Catalog catalog, Map<Long, String> bodies) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        for (Policy each : catalog.policies()) {
            each.using().ifPresent(stored -> called(stored.tree(), seen, open));
            each.check().ifPresent(stored -> called(stored.tree(), seen, open));
        }
        for (Rule each : catalog.rules()) {
            called(each.action(), seen, open);
        }
        while (!open.isEmpty()) {
            long oid = open.pop();
            Function function = catalog.functions().get(oid);
            if (function == null) {
                continue;
            }
            if (isChange(function)) {
                return Optional.of(function);
            }
            String body = bodies.get(oid);
            if (body != null) {
                called(body, seen, open);
            }
        }
        return Optional.empty();
    }

    /** Whether it changes settings itself; what it calls, and SQL that it makes, is not seen. */
    static boolean isChange(Function function) {
        return function.oid() < FIRST_OF_USERS
                ? function.name().equals("set_config") && function.schema().equals("pg_catalog")
                : CHANGES.matcher(COMMENT.matcher(function.source()).replaceAll(" ")).find();
    }

    private static void called(String tree, Set<Long> seen, Deque<Long> open) {
        CalledFunctions.of(tree).stream().filter(seen::add).forEach(open::add);
    }
}
