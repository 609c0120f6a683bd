package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passwords on the lines of commands whose options are a letter, and say nothing by their name. */
final class CommandRule implements Recognizer {
    private static final int LONGEST_LINE = 300;

    /**
     * An option that takes a password, as the command's manual has it.
     *
     * @param joined whether the password stands right behind the letter, and is else asked for
     * @param user whether a user's name and a colon stand before the password
     */
    private record Option(String command, String letter, boolean joined, boolean user) {}

    private static final List<Option> OPTIONS =
            List.of(
                    new Option("curl ", " -u ", false, true),
                    new Option("curl ", " --user ", false, true),
                    new Option("curl ", " -u", true, true),
                    new Option("curl ", " --proxy-user ", false, true),
                    new Option("mysql ", " -p", true, false),
                    new Option("mysqldump ", " -p", true, false),
                    new Option("mysqladmin ", " -p", true, false),
                    new Option("mariadb ", " -p", true, false),
                    new Option("mariadb-dump ", " -p", true, false),
                    new Option("sshpass ", " -p ", false, false),
                    new Option("sshpass ", " -p", true, false),
                    new Option("redis-cli ", " -a ", false, false),
                    new Option("mongosh ", " -p ", false, false),
                    new Option("mongodump ", " -p ", false, false),
                    new Option("sqlcmd ", " -p ", false, false),
                    new Option("docker login ", " -p ", false, false),
                    new Option("podman login ", " -p ", false, false),
                    new Option("helm registry login ", " -p ", false, false),
                    new Option("az login ", " -p ", false, false),
                    new Option("ldapsearch ", " -w ", false, false),
                    new Option("ldapmodify ", " -w ", false, false));

    private final Kind kind;
    private final TokenRule rule;

    CommandRule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> keywords() {
        Set<String> commands = new LinkedHashSet<>();
        OPTIONS.forEach(each -> commands.add(each.command()));
        return new ArrayList<>(commands);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        for (Option option : OPTIONS) {
            if (Literal.ignoringCase(bytes, length, anchor, option.command())) {
                AssignedValue value =
                        value(bytes, length, anchor + option.command().length() - 1, option);
                if (value != null && GuessedValue.isPassword(bytes, value)) {
                    return new TokenMatch(
                            rule, kind.leaked(), value.start(), value.end(), List.of());
                }
            }
        }
        return null;
    }

    private static @Nullable AssignedValue value(
            byte[] bytes, int length, int from, Option option) {
        int last = Math.min(length, from + LONGEST_LINE);
        for (int at = from; at < last && !endsCommand(bytes, at); at++) {
            if (Literal.ignoringCase(bytes, length, at, option.letter())) {
                return argument(bytes, length, at + option.letter().length(), option);
            }
        }
        return null;
    }

    private static boolean endsCommand(byte[] bytes, int at) {
        return (bytes[at] == '\n' && bytes[at - 1] != '\\') || bytes[at] == '|' || bytes[at] == ';';
    }

    private static @Nullable AssignedValue argument(
            byte[] bytes, int length, int from, Option option) {
        int at = option.joined() ? from : Text.blanks(bytes, length, from);
        if (at >= length) {
            return null;
        }
        boolean quoted = Text.isQuote(bytes[at]);
        AssignedValue all =
                quoted
                        ? AssignedValue.quoted(
                                bytes, length, at + 1, bytes[at], GuessedValue.LONGEST)
                        : AssignedValue.word(bytes, length, at, "\"'`;|&)<", GuessedValue.LONGEST);
        if (all == null || !option.user()) {
            return all;
        }
        int colon = all.start();
        while (colon < all.end() && bytes[colon] != ':') {
            colon++;
        }
        return colon == all.end() ? null : new AssignedValue(colon + 1, all.end(), all.quoted());
    }

    @Override
    public int reach() {
        return LONGEST_LINE + GuessedValue.LONGEST;
    }
}
