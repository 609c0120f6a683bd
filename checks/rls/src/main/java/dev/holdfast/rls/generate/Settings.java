package dev.holdfast.rls.generate;

import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings that an application sets for each transaction, and a function for each that reads it so
 * that one that is missing, or empty as a pooled connection leaves it, is NULL and matches no row.
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
     */
    record Setting(String name, String template, String function, boolean list) {}

    Settings(Tenancy tenancy) {
        Map<String, String> templates =
                new TreeMap<>(tenancy.member().map(Tenancy.SessionSpec::settings).orElse(Map.of()));
        templates.remove(CLAIMS);
        List<String> taken = new ArrayList<>();
        templates.forEach((name, template) -> {
            String read = template.strip();
            boolean isPlain = read.equals("${user}") || read.equals("${tenants}");
            String function = isPlain ? function(name, taken) : "";
            taken.add(function);
            boolean list = read.equals("${tenants}") && isList(name, tenancy);
            settings.put(
                    name.toLowerCase(Locale.ROOT), new Setting(name, template, function, list));
        });
    }

    /** Whether the spec reads it as a list; what it reads as one value is one. */
    private static boolean isList(String name, Tenancy tenancy) {
        return tenancy.tenantSession()
                .map(READ_AS_LIST::matcher)
                .filter(Matcher::find)
                .filter(each -> name(each).equalsIgnoreCase(name))
                .isPresent();
    }

    private static String function(String setting, List<String> taken) {
        String last = setting.substring(setting.lastIndexOf('.') + 1);
        return taken.contains(plain(last)) ? plain(setting) : plain(last);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }

    /** All of them, by name. */
    List<Setting> all() {
        return List.copyOf(settings.values());
    }

    boolean hasFunctions() {
        return settings.values().stream().anyMatch(each -> !each.function().isEmpty());
    }

    private static String name(MatchResult read) {
        return read.group(1) == null ? read.group(2) : read.group(1);
    }

    /** The same expression by the functions that read settings, where it reads some of these. */
    String safely(String expression) {
        String lists = READ_AS_LIST.matcher(expression).replaceAll(each -> read(each, true));
        return READ.matcher(lists).replaceAll(each -> read(each, false));
    }

    private String read(MatchResult read, boolean list) {
        Setting setting = settings.get(name(read).toLowerCase(Locale.ROOT));
        boolean known =
                setting != null && !setting.function().isEmpty() && setting.list() == list;
        return Matcher.quoteReplacement(known ? call(setting) : read.group());
    }

    static String call(Setting setting) {
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
                                + " set_config with true, end with the transaction, so that the next user"
                                + " of a pooled connection does not inherit them; set_config takes a bound"
                                + " parameter, which SET does not.")
                .aside("BEGIN;");
        audience.member()
                .ifPresent(each -> script.aside("SET LOCAL ROLE " + Names.of(each.name()) + ";"));
        for (Setting each : settings.values()) {
            script.aside(
                    "SELECT set_config("
                            + Names.text(each.name())
                            + ", $1, true);   -- "
                            + each.template());
        }
        script.aside("…").aside("COMMIT;");
        if (hasFunctions()) {
            script.comment(
                    "Missing, and '' (which is what a setting is after such a transaction), mean"
                            + " nobody: NULL is equal to nothing, so no row is let through.");
            settings.values().stream()
                    .filter(each -> !each.function().isEmpty())
                    .forEach(each -> function(script, each, audience));
        }
    }

    private static void function(Script script, Setting setting, Audience audience) {
        String read = "nullif(current_setting(" + Names.text(setting.name()) + ", true), '')";
        script.statement(
                        "CREATE OR REPLACE FUNCTION "
                                + call(setting)
                                + " RETURNS "
                                + (setting.list() ? "text[]" : "text")
                                + " LANGUAGE sql STABLE PARALLEL SAFE\n  RETURN "
                                + (setting.list() ? "string_to_array(" + read + ", ',')" : read))
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
