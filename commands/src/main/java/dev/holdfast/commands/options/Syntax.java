package dev.holdfast.commands.options;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command takes and its help page says, told to picocli in words of its model and not in
 * annotations: to read those, the JVM makes a class for each kind at every start, which takes
 * longer than all else that a short command does (docs/decisions/0006-picocli-as-a-tree.md).
 *
 * <p>Names are as the help page has them: {@code --since=REV} takes a value, {@code --all} is a
 * flag. What is given is handed over while the command line is read, which is before the command
 * runs.
 */
public final class Syntax {
    /** Options that belong together. */
    public interface Part {
        /** Adds them, in the order of the help page. */
        void addTo(Syntax syntax);
    }

    private final CommandSpec spec = CommandSpec.create();

    private Syntax() {}

    /** A command that does what these lines say. */
    public static Syntax of(String... description) {
        Syntax syntax = new Syntax();
        syntax.spec.usageMessage().description(description).sortOptions(false);
        return syntax;
    }

    /** Lines below the options and an empty one: examples, and what the exit codes mean. */
    public Syntax footer(String text) {
        spec.usageMessage().footer(("\n" + text.stripTrailing()).split("\n", -1));
        return this;
    }

    /** Options that several commands take. */
    public Syntax with(Part part) {
        part.addTo(this);
        return this;
    }

    /** An option without a value. */
    public Syntax flag(String name, String description, Runnable given) {
        return flag(OptionSpec.builder(name), description, given);
    }

    /** The option that asks for the help page. */
    public Syntax help(String description, Runnable given) {
        return flag(OptionSpec.builder("-h", "--help").usageHelp(true), description, given);
    }

    private Syntax flag(OptionSpec.Builder option, String description, Runnable given) {
        return add(
                option.type(boolean.class),
                description,
                yes -> {
                    if (yes.equals(true)) {
                        given.run();
                    }
                });
    }

    /** An option with a value. */
    public <T> Syntax option(String named, String description, Class<T> type, Consumer<T> given) {
        return add(named(named).type(type), description, value -> given.accept(type.cast(value)));
    }

    /** An option with a value that is read in a way of its own. */
    public <T> Syntax option(
            String named,
            String description,
            ITypeConverter<T> reader,
            Class<T> type,
            Consumer<T> given) {
        return add(
                named(named).type(type).converters(reader),
                description,
                value -> given.accept(type.cast(value)));
    }

    /** An option that may be given several times. */
    public <T> Syntax options(
            String named, String description, Class<T> type, Consumer<List<T>> given) {
        return add(
                named(named).type(List.class).auxiliaryTypes(type),
                description,
                values -> given.accept(listOf(values, type)));
    }

    /** An option that may be given several times, with a value that is read in a way of its own. */
    public <T> Syntax options(
            String named,
            String description,
            ITypeConverter<T> reader,
            Class<T> type,
            Consumer<List<T>> given) {
        return add(
                named(named).type(List.class).auxiliaryTypes(type).converters(reader),
                description,
                values -> given.accept(listOf(values, type)));
    }

    /** The folder of the project, where it is not the current one. */
    public Syntax project(Consumer<Path> given) {
        return word("0..1", "DIR", "the project (default: here)", Path.class, given);
    }

    /** One word behind the options; {@code arity} is {@code 1} or {@code 0..1}. */
    public <T> Syntax word(
            String arity, String label, String description, Class<T> type, Consumer<T> given) {
        return add(
                word(arity, label).type(type),
                description,
                value -> given.accept(type.cast(value)));
    }

    /** Words behind the options; {@code arity} is {@code 1..*} or {@code 0..*}. */
    public <T> Syntax words(
            String arity,
            String label,
            String description,
            Class<T> type,
            Consumer<List<T>> given) {
        return add(
                word(arity, label).type(List.class).auxiliaryTypes(type),
                description,
                values -> given.accept(listOf(values, type)));
    }

    /** What picocli reads command lines by. */
    public CommandSpec spec() {
        return spec;
    }

    private Syntax add(OptionSpec.Builder option, String description, Consumer<Object> given) {
        Binding binding = new Binding(given);
        spec.addOption(option.description(description).getter(binding).setter(binding).build());
        return this;
    }

    private Syntax add(
            PositionalParamSpec.Builder word, String description, Consumer<Object> given) {
        Binding binding = new Binding(given);
        spec.addPositional(word.description(description).getter(binding).setter(binding).build());
        return this;
    }

    private static OptionSpec.Builder named(String named) {
        int equals = named.indexOf('=');
        return OptionSpec.builder(named.substring(0, equals))
                .paramLabel(named.substring(equals + 1));
    }

    private static PositionalParamSpec.Builder word(String arity, String label) {
        return PositionalParamSpec.builder()
                .arity(arity)
                .required(arity.startsWith("1"))
                .paramLabel(label);
    }

    private static <T> List<T> listOf(Object values, Class<T> type) {
        return ((List<?>) values).stream().map(type::cast).toList();
    }
}
