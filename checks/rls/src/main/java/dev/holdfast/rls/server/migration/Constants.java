package dev.holdfast.rls.server.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The string constants of a statement, those inside of a body in dollar quotes too. PostgreSQL's
 * messages repeat some of them: {@code 'secret'::regclass} is a relation that does not exist.
 */
final class Constants {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]++)\"");
    // A value may stand in double quotes by mistake; what is no plain name is taken for one.
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$. ]*");
    private static final String HIDDEN = "\"…\"";

    private final List<String> constants = new ArrayList<>();
    private final StringBuilder names = new StringBuilder();

    Constants(String sql) {
        int at = 0;
        while (at < sql.length()) {
            at =
                    sql.charAt(at) == '\''
                            ? constant(sql, at)
                            : sql.startsWith("--", at) ? comment(sql, at) : name(sql, at);
        }
    }

    private int constant(String sql, int start) {
        StringBuilder text = new StringBuilder();
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != '\'') {
                text.append(sql.charAt(at));
                at++;
            } else if (sql.startsWith("''", at)) {
                text.append('\'');
                at += 2;
            } else {
                break;
            }
        }
        constants.add(text.toString().toLowerCase(Locale.ROOT));
        return at + 1;
    }

    private static int comment(String sql, int at) {
        int end = sql.indexOf('\n', at);
        return end < 0 ? sql.length() : end;
    }

    private int name(String sql, int at) {
        names.append(Character.toLowerCase(sql.charAt(at)));
        return at + 1;
    }

    /** A message without what only a constant of the statement says. */
    String hiddenIn(String message) {
        Matcher quoted = QUOTED.matcher(message);
        StringBuilder shown = new StringBuilder();
        while (quoted.find()) {
            quoted.appendReplacement(
                    shown,
                    Matcher.quoteReplacement(isSecret(quoted.group(1)) ? HIDDEN : quoted.group()));
        }
        return quoted.appendTail(shown).toString();
    }

    private boolean isSecret(String part) {
        if (!NAME.matcher(part).matches()) {
            return true;
        }
        String lower = part.toLowerCase(Locale.ROOT);
        return constants.stream().anyMatch(each -> each.contains(lower))
                && names.indexOf(lower) < 0;
    }
}
