package dev.holdfast.probes.honeypot;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells by its form a file that should not be served, and a page on which a server speaks of
 * itself. Every form is bounded, so that a text takes time in proportion to its length.
 */
enum ServedFile {
    /** NAME=value, YAML, PHP, JSON, and keys. */
    SETTINGS(
            "lines as of a file of settings (NAME=value) or a key",
            false,
            "^[ \\t]{0,40}(?:export )?[A-Z][A-Z0-9_]{2,60}=[^\\s=]",
            "^[ \\t]{0,40}(?:- )?[\\w.-]{0,60}" + Names.SECRET + "[\\w.-]{0,20} {0,3}[=:] {0,3}\\S",
            "\\bdefine\\( {0,3}['\"]\\w{0,60}"
                    + Names.SECRET
                    + "\\w{0,20}['\"] {0,3}, {0,3}['\"][^'\"]",
            "\\$\\w{0,60}" + Names.SECRET + "\\w{0,20} {0,3}= {0,3}['\"][^'\"]",
            "['\"]\\w{0,60}" + Names.SECRET + "\\w{0,20}['\"] {0,3}=> {0,3}['\"][^'\"]",
            "\"[\\w.-]{0,60}"
                    + Names.KEPT
                    + "[\\w.-]{0,20}\" {0,3}: {0,3}\"(?!(?i:required|invalid|missing|empty)\")"
                    + "[^\"\\s]{1,200}\"",
            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"),

    /** {@code .git/config} and {@code .git/HEAD}. */
    REPOSITORY(
            "lines as of a repository of git",
            false,
            "^\\[(?:core|(?:remote|branch) \"[^\"\\n]{1,200}\")\\] {0,3}\\r?$",
            "\\A\\s{0,9}ref: refs/heads/\\S"),

    /** An address with a user's secret in it. */
    ADDRESS(
            "an address with a password in it",
            false,
            "://[\\w.%+-]{0,100}:[^\\s/@\"'<>,;]{1,200}@[\\w.-]"),

    /** {@code .htpasswd}, {@code passwd}. */
    PASSWORDS(
            "lines as of a file of passwords",
            false,
            "^[\\w.@-]{1,60}:(?:\\$(?:apr1|2[abxy]|1|5|6|y)\\$|\\{SHA\\})\\S",
            "^root:[^:\\s]{0,200}:0:0:"),

    /** SQL. */
    DUMP(
            "lines as of a copy of a database",
            false,
            "^(?i:INSERT INTO|CREATE TABLE(?: IF NOT EXISTS)?) {1,3}[`\"'\\[]?\\w",
            "^-- (?:MySQL|MariaDB|PostgreSQL database) dump"),

    /** What PHP and web servers say of themselves. */
    STATUS(
            "a page on which the server tells of itself",
            true,
            "<title>[^<]{0,60}phpinfo\\(\\)",
            "<title>\\s{0,9}Apache Status\\s{0,9}</title>",
            "^Apache Server Status for |^Total Accesses: \\d|^Active connections: \\d",
            "\\Aphpinfo\\(\\)");

    private final String words;
    private final boolean inPages;
    private final Pattern form;

    ServedFile(String words, boolean inPages, String... forms) {
        this.words = words;
        this.inPages = inPages;
        this.form = Pattern.compile(String.join("|", forms), Pattern.MULTILINE);
    }

    /** What the text seems to be, for a report and with nothing of it, or nothing. */
    static Optional<String> in(String text) {
        boolean page = page(text);
        for (ServedFile each : values()) {
            if ((each.inPages || !page) && each.form.matcher(text).find()) {
                return Optional.of(each.words);
            }
        }
        return Optional.empty();
    }

    /** A page may show forms and examples; the source of a program begins like one. */
    private static boolean page(String text) {
        String start = text.stripLeading();
        return start.startsWith("<") && !start.startsWith("<?php");
    }

    /** What a setting that is a secret is called. */
    private static final class Names {
        static final String SECRET = "(?i:password|passwd|secret|token|api[_-]?key)";

        /** A token in JSON may be one that every visitor gets. */
        static final String KEPT = "(?i:password|passwd|secret|api[_-]?key|private[_-]?key)";

        private Names() {}
    }
}
