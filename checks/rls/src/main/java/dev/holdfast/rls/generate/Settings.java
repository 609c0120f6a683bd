package dev.holdfast.rls.generate;

import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings that an application sets for each transaction, and a function for each that the spec
 * reads, so that one that is missing, or empty as a pooled connection leaves it, matches no row.
 */
final class Settings {
    /** Set by PostgREST for each request. */
    private static final String CLAIMS = "request.jwt.claims";

    private static final String PLAIN_READ =
            "current_setting\\(\\s*'([^']+)'\\s*(?:,\\s*true\\s*)?\\)";
    private static final String EITHER_READ =
            "(?:nullif\\(\\s*" + PLAIN_READ + "\\s*,\\s*''\\s*\\)|" + PLAIN_READ + ")";
    private static final Pattern READ = Pattern.compile("(?i)\\b" + EITHER_READ);
    private static final Pattern READ_AS_LIST =
            Pattern.compile("(?i)\\bstring_to_array\\(\\s*" + EITHER_READ + "\\s*,\\s*','\\s*\\)");

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /**
     * A setting.
     *
     * @param template what the spec sets it to
     * @param function the name of the function that reads it; empty when there is none
     * @param list whether it holds several, with commas between them
     * @param body what the function gives
     */
    record Setting(String name, String template, String function, boolean list, String body) {}

    Settings(Tenancy tenancy) {
        Map<String, String> templates =
                new TreeMap<>(tenancy.member().map(Tenancy.SessionSpec::settings).orElse(Map.of()));
        templates.remove(CLAIMS);
        String spec = tenancy.identity().orElse("") + " " + tenancy.tenantSession().orElse("");
        List<String> taken = new ArrayList<>();
        templates.forEach((name, template) -> {
            Optional<MatchResult> list = read(READ_AS_LIST, spec, name);
            boolean used = list.isPresent() || read(READ, spec, name).isPresent();
            String function = used ? function(name, taken) : "";
            taken.add(function);
            settings.put(
                    name.toLowerCase(Locale.ROOT),
                    new Setting(
                            name,
                            template,
                            function,
                            list.isPresent(),
                            list.map(each -> list(name, each)).orElse(orNull(name))));
        });
    }

    /** Where the spec reads a setting so. */
    private static Optional<MatchResult> read(Pattern pattern, String spec, String name) {
        return pattern.matcher(spec)
                .results()
                .filter(each -> name(each).equalsIgnoreCase(name))
                .findFirst();
    }

    private static String name(MatchResult read) {
        return read.group(1) == null ? read.group(2) : read.group(1);
    }

    private static String reading(String name) {
        return "current_setting(" + Names.text(name) + ", true)";
    }

    private static String orNull(String name) {
        return "nullif(" + reading(name) + ", '')";
    }

    /**
     * Of '' it is the empty list, which nothing is in; as the spec has it, so that both are one.
     */
    private static String list(String name, MatchResult read) {
        return "string_to_array("
                + (read.group(1) == null ? reading(name) : orNull(name))
                + ", ',')";
    }

    private static String function(String setting, List<String> taken) {
        String last = setting.substring(setting.lastIndexOf('.') + 1);
        return taken.contains(plain(last)) ? plain(setting) : plain(last);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }

    boolean hasFunctions() {
        return settings.values().stream().anyMatch(each -> !each.function().isEmpty());
    }

    /** The same expression by the functions that read settings, where it reads some of these. */
    String safely(String expression) {
        String lists = READ_AS_LIST.matcher(expression).replaceAll(each -> read(each, true));
        return READ.matcher(lists).replaceAll(each -> read(each, false));
    }

    private String read(MatchResult read, boolean list) {
        Setting setting = settings.get(name(read).toLowerCase(Locale.ROOT));
        return Matcher.quoteReplacement(
                setting == null || setting.function().isEmpty() || setting.list() != list
                        ? read.group()
                        : call(setting));
    }

    private static String call(Setting setting) {
        return Writer.SCHEMA + "." + Names.of(setting.function()) + "()";
    }

    /** The functions, how to set what they read, and who may call them. */
    void write(Script script, Audience audience) {
        if (settings.isEmpty()) {
            return;
        }
        script.title("Who asks: settings of the transaction")
                .comment(
                        "Each transaction says who asks before its first query. SET LOCAL, and"
                                + " set_config with true, end with the transaction, so that the next"
                                + " user of a pooled connection does not inherit them; set_config takes"
                                + " a bound parameter, which SET does not.")
                .aside("BEGIN;");
        audience.member()
                .ifPresent(each -> script.aside("SET LOCAL ROLE " + Names.of(each.name()) + ";"));
        settings.values()
                .forEach(each ->
                        script.aside(
                                "SELECT set_config("
                                        + Names.text(each.name())
                                        + ", $1, true);   -- "
                                        + each.template()));
        script.aside("…").aside("COMMIT;");
        if (hasFunctions()) {
            script.comment(
                    "Missing, and '' (which is what a setting is after such a transaction), mean"
                            + " nobody: nothing is equal to NULL or in an empty list, so no row is let"
                            + " through.");
            settings.values().stream()
                    .filter(each -> !each.function().isEmpty())
                    .forEach(each -> function(script, each, audience));
        }
    }

    /** In standard SQL: its names are resolved once, and the planner inlines it. */
    private static void function(Script script, Setting setting, Audience audience) {
        script.statement(
                        "CREATE OR REPLACE FUNCTION "
                                + call(setting)
                                + " RETURNS "
                                + (setting.list() ? "text[]" : "text")
                                + " LANGUAGE sql STABLE PARALLEL SAFE\n  RETURN "
                                + setting.body())
                .statement("REVOKE ALL ON FUNCTION " + call(setting) + " FROM PUBLIC");
        audience.member()
                .ifPresent(each ->
                        script.statement(
                                "GRANT EXECUTE ON FUNCTION "
                                        + call(setting)
                                        + " TO "
                                        + Names.of(each.name())));
    }
}
