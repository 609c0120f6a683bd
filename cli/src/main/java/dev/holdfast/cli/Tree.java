package dev.holdfast.cli;

import dev.holdfast.commands.leaf.CommandEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command tree. It is data: looking a command up builds nothing, and only the leaf that is
 * named is made.
 */
final class Tree {
    private final List<CommandEntry> entries;
    private final Map<String, String> groups;

    Tree(List<CommandEntry> entries, Map<String, String> groups) {
        this.entries = List.copyOf(entries);
        this.groups = Map.copyOf(groups);
    }

    /** The command that the first words of the arguments name. */
    Optional<CommandEntry> find(List<String> args) {
        return entries.stream()
                .filter(entry -> entry.words().size() <= args.size())
                .filter(entry -> entry.words().equals(args.subList(0, entry.words().size())))
                .findFirst();
    }

    /** Whether the words name a command and then something more. */
    boolean isLonger(List<String> words) {
        return find(words).filter(entry -> entry.words().size() < words.size()).isPresent();
    }

    /** Whether the word names a group of commands. */
    boolean isGroup(String word) {
        return groups.containsKey(word);
    }

    /** What may follow the first argument: the words of that group, or the first words. */
    Set<String> choices(List<String> args) {
        boolean inGroup = !args.isEmpty() && isGroup(args.getFirst());
        Set<String> choices = new TreeSet<>();
        for (CommandEntry entry : entries) {
            if (!inGroup) {
                choices.add(entry.words().getFirst());
            } else if (entry.words().getFirst().equals(args.getFirst())) {
                choices.add(String.join(" ", entry.words().subList(1, entry.words().size())));
            }
        }
        return choices;
    }

    /** What somebody means who leaves the group away, or writes an option as a command. */
    Optional<String> meant(String word) {
        if (word.equals("version")) {
            return Optional.of("--version");
        }
        return entries.stream()
                .filter(entry -> entry.words().size() > 1 && entry.words().getLast().equals(word))
                .map(CommandEntry::name)
                .reduce((one, other) -> one + "' or '" + other);
    }

    /** The help page of the whole program. */
    String rootHelp() {
        StringBuilder page = new StringBuilder();
        page.append("Holdfast makes a security hardening plan executable: one policy file,\n")
                .append("commands that look and prove, and evidence for every verdict.\n\n")
                .append("Usage: holdfast COMMAND [OPTIONS]\n\n")
                .append("Examples:\n")
                .append("  holdfast demo            see it find leaked keys in a small web shop\n")
                .append("  holdfast check           look at this project as its policy says\n\n")
                .append("Commands:\n");
        for (CommandEntry entry : entries) {
            line(page, entry.name(), entry.summary());
        }
        page.append('\n')
                .append("  holdfast COMMAND --help  says what the command takes\n")
                .append("  holdfast --version       says the version\n\n")
                .append(EXIT_CODES);
        return page.toString();
    }

    /** The help page of a group. */
    String groupHelp(String group) {
        StringBuilder page = new StringBuilder();
        page.append("Usage: holdfast ")
                .append(group)
                .append(" COMMAND [OPTIONS]\n\n")
                .append("Commands that ")
                .append(groups.get(group))
                .append(":\n");
        for (CommandEntry entry : entries) {
            if (entry.words().getFirst().equals(group)) {
                line(page, entry.name(), entry.summary());
            }
        }
        return page.append('\n').append(EXIT_CODES).toString();
    }

    /** Every list of words that has a help page. */
    Set<List<String>> pages() {
        Set<List<String>> pages = new LinkedHashSet<>();
        pages.add(List.of());
        groups.keySet().stream().sorted().forEach(group -> pages.add(List.of(group)));
        entries.forEach(entry -> pages.add(entry.words()));
        return pages;
    }

    private static void line(StringBuilder page, String name, String summary) {
        page.append("  %-21s%s%n".formatted(name, summary));
    }

    private static final String EXIT_CODES =
            """
            Exit codes:
              0    nothing blocks
              1    findings block
              2    the command line or the policy is invalid
              3    could not decide: something required was not looked at, or broke
              70   a bug in Holdfast
              130  interrupted
            """;
}
