package dev.holdfast.rls.audit;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of the session that policies read, themselves or in functions that they call. */
final class SettingsRead {
    private static final Pattern CALL =
            Pattern.compile("current_setting\\s*+\\(\\s*+'([^']++)'", Pattern.CASE_INSENSITIVE);

    private SettingsRead() {}

    /** Each name with the policies that rest on it. */
    static Map<String, Set<String>> of(Scene scene) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Policy policy : scene.policies()) {
            String subject = scene.subject(policy);
            for (Expression expression : scene.expressions().of(policy)) {
                Inside.each(
                        expression,
                        (part, _) ->
                                scene.words()
                                        .setting(part)
                                        .ifPresent(name -> add(found, name, subject)));
            }
            for (long oid : scene.guards().functions(policy)) {
                inFunction(scene.catalog(), oid, subject, found);
            }
        }
        return found;
    }

    private static void inFunction(
            Catalog catalog, long oid, String subject, Map<String, Set<String>> found) {
        Function function = catalog.functions().get(oid);
        if (function == null) {
            return;
        }
        Matcher matcher = CALL.matcher(function.source());
        while (matcher.find()) {
            add(found, matcher.group(1), subject);
        }
    }

    private static void add(Map<String, Set<String>> found, String name, String subject) {
        found.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(subject);
    }
}
