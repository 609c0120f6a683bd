package dev.holdfast.secrets.rule;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in the place of a password in documentation and in templates. */
public final class StandIns {
    private static final Set<String> WORDS =
            Set.of(
                    "password",
                    "pass",
                    "passwd",
                    "pwd",
                    "secret",
                    "mypassword",
                    "somepassword",
                    "dbpassword",
                    "db_password",
                    "your-password",
                    "your_password",
                    "yourpassword",
                    "changeme",
                    "change-me",
                    "change_me",
                    "replaceme",
                    "replace-me",
                    "replace_me",
                    "redacted",
                    "placeholder");
    // ${NAME}, $NAME, {{name}}, {name}, <name>, [name], %s, %(name)s, #{name}, __NAME__, ***, xxx.
    private static final Pattern TEMPLATE =
            Pattern.compile(
                    "(?:\\$\\{[^}]*\\}|#\\{[^}]*\\}|\\{\\{?[\\w. -]*\\}?\\}|<[\\w. -]*>|\\[[\\w. -]*\\])++"
                            + "|\\$[A-Z_][A-Z0-9_]*|%s|%\\([^()]*\\)s|__[A-Z0-9_]+__"
                            + "|\\*+|[xX]+|\\.+|%2A+");

    // your-secret-key-here, todo set me, change-me-please
    private static final Pattern YOURS =
            Pattern.compile(
                    "(?:your|insert|todo|replace|change[-_ ]?me)(?:[-_ :].*)?",
                    Pattern.CASE_INSENSITIVE);

    // The first line of a key whose other lines its reader does not take.
    private static final Pattern HEADER = Pattern.compile("-----(?:BEGIN|END) [A-Z0-9 ]+-----");

    private StandIns() {}

    /** Whether the text is no password; the words of documentation count whatever their case. */
    public static boolean isPassword(String text) {
        return text.isEmpty()
                || WORDS.contains(text.toLowerCase(Locale.ROOT))
                || TEMPLATE.matcher(text).matches();
    }

    /** Whether the text asks to be replaced, in words alone, or is the frame of a value. */
    public static boolean isTemplate(String text) {
        return HEADER.matcher(text).matches()
                || (YOURS.matcher(text).matches() && text.chars().noneMatch(Character::isDigit));
    }
}
