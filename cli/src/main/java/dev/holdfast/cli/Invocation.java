package dev.holdfast.cli;

import dev.holdfast.commands.leaf.CommandEntry;
import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** One command line: finds the command, runs it, and turns what happens into an exit code. */
final class Invocation {
    private final Tree tree;
    private final PrintStream out;
    private final PrintStream err;

    Invocation(Tree tree, PrintStream out, PrintStream err) {
        this.tree = tree;
        this.out = out;
        this.err = err;
    }

    int run(List<String> args, Surroundings surroundings) {
        try {
            return dispatch(args, surroundings);
        } catch (UserProblem problem) {
            Problems.print(err, problem);
            return ExitCode.USAGE;
        } catch (InvalidPathException name) {
            Problems.print(
                    err,
                    new UserProblem(
                            "a file cannot have the name '" + name.getInput() + "' here",
                            "is LC_ALL a locale with UTF-8 that is installed?"));
            return ExitCode.USAGE;
        } catch (IOException failed) {
            Problems.print(err, failed);
            return ExitCode.UNDECIDED;
        } catch (InterruptedException stopped) {
            return ExitCode.INTERRUPTED;
        } catch (RuntimeException | Error bug) {
            Problems.printBug(err, bug);
            return ExitCode.BUG;
        }
    }

    private int dispatch(List<String> args, Surroundings surroundings)
            throws IOException, InterruptedException {
        if (args.isEmpty()) {
            err.print(tree.rootHelp());
            return ExitCode.USAGE;
        }
        Optional<List<String>> help = HelpPages.asked(args);
        // 'check dist --help' names a folder, too; the command itself shows its page then.
        if (help.isPresent() && (args.getFirst().equals("help") || !tree.isLonger(help.get()))) {
            out.print(page(help.get()));
            return ExitCode.CLEAR;
        }
        CommandEntry entry = tree.find(args).orElseThrow(() -> unknown(args));
        Leaf leaf = entry.leaf().get();
        CommandLine line = line(entry, leaf);
        try {
            line.parseArgs(args.subList(entry.words().size(), args.size()).toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw Problems.of(wrong, entry);
        }
        if (line.isUsageHelpRequested()) {
            out.print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return ExitCode.CLEAR;
        }
        return leaf.run(surroundings);
    }

    /** The help page of the program, a group or a command. */
    String page(List<String> words) {
        if (words.isEmpty()) {
            return tree.rootHelp();
        }
        if (words.size() == 1 && tree.isGroup(words.getFirst())) {
            return tree.groupHelp(words.getFirst());
        }
        CommandEntry entry =
                tree.find(words)
                        .filter(found -> found.words().equals(words))
                        .orElseThrow(() -> unknown(words));
        return line(entry, entry.leaf().get()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandLine line(CommandEntry entry, Leaf leaf) {
        return new CommandLine(leaf.syntax().spec())
                .setCommandName("holdfast " + entry.name())
                .setUsageHelpWidth(80)
                .registerConverter(Path.class, Invocation::path)
                // A file named @something is a file, not a list of arguments.
                .setExpandAtFiles(false);
    }

    /** An empty name is a variable of a script that is not set, and not the current folder. */
    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("the name is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException bad) {
            throw new TypeConversionException("not a file name: " + bad.getReason());
        }
    }

    private UserProblem unknown(List<String> args) {
        String first = args.getFirst();
        boolean inGroup = tree.isGroup(first);
        if (inGroup && args.size() == 1) {
            return new UserProblem(
                    "'holdfast " + first + "' needs a command: " + list(args), help(first));
        }
        String word = inGroup ? args.get(1) : first;
        if (word.startsWith("-")) {
            return new UserProblem(
                    "'" + word + "' stands where a command is expected",
                    "options go behind the command; " + help(inGroup ? first : ""));
        }
        String asked = inGroup ? first + " " + word : word;
        String hint =
                (inGroup ? Optional.<String>empty() : tree.meant(word))
                        .or(() -> Nearest.of(word, tree.choices(args)))
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("commands: " + list(args));
        return new UserProblem("there is no command '" + asked + "'", hint);
    }

    private String list(List<String> args) {
        return String.join(", ", tree.choices(args));
    }

    private static String help(String group) {
        return group.isEmpty() ? "see holdfast --help" : "see holdfast " + group + " --help";
    }
}
