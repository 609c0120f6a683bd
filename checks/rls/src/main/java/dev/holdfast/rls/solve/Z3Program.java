package dev.holdfast.rls.solve;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Z3 as a program of the machine, asked in SMT-LIB over its standard input: a second opinion by
 * somebody else's code. Its library would be 35 MB of native code in every installation.
 *
 * @param program the file
 */
public record Z3Program(Path program) implements Solver {
    private static final Pattern VALUE = Pattern.compile("\\(([av]\\d+)\\s+([^\\s()]+)\\)");
    private static final long GRACE = 2_000;

    /**
     * The first program of that name in the folders of a search path.
     *
     * @param path as the environment variable PATH has it
     */
    public static Optional<Z3Program> find(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(each -> !each.isEmpty())
                .map(each -> Path.of(each).resolve("z3"))
                .filter(each -> each.isAbsolute() && Files.isExecutable(each))
                .findFirst()
                .map(Z3Program::new);
    }

    @Override
    public String name() {
        return "z3";
    }

    @Override
    public Answer decide(List<Formula> formulas, long patience) {
        SmtLib script = SmtLib.of(formulas);
        StringBuilder text = new StringBuilder("(set-option :produce-models true)\n");
        text.append(script.text()).append("(check-sat)\n");
        Stream.of(script.values().values(), script.atoms().values())
                .filter(each -> !each.isEmpty())
                .forEach(each ->
                        text.append("(get-value (").append(String.join(" ", each)).append("))\n"));
        try {
            return answer(printed(text.toString(), patience), script);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            return new Answer.Undecided("z3 gave no answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Undecided("z3 was stopped");
        }
    }

    /** What it says ends with an error where there is no model to ask for. */
    private String printed(String script, long patience)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        Process process =
                new ProcessBuilder(program.toString(), "-in", "-smt2", "-t:" + patience)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        CompletableFuture<String> printed = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, printed));
        try {
            send(script, process);
            return printed.get(patience + GRACE, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(String script, Process process) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void read(Process process, CompletableFuture<String> printed) {
        try (InputStream out = process.getInputStream()) {
            printed.complete(new String(out.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            printed.completeExceptionally(failed);
        }
    }

    private static Answer answer(String printed, SmtLib script) {
        String verdict = printed.lines().findFirst().orElse("").strip();
        return switch (verdict) {
            case "unsat" -> new Answer.Impossible();
            case "sat" -> possible(printed, script);
            default -> new Answer.Undecided("z3: " + (verdict.isEmpty() ? "no answer" : verdict));
        };
    }

    private static Answer possible(String printed, SmtLib script) {
        Map<String, String> model = new HashMap<>();
        Matcher value = VALUE.matcher(printed);
        while (value.find()) {
            model.put(value.group(1), value.group(2));
        }
        Set<String> holding = new HashSet<>();
        for (Map.Entry<String, String> each : script.atoms().entrySet()) {
            String is = model.get(each.getValue());
            if (is == null) {
                return new Answer.Undecided("z3 gave no model");
            }
            if (is.equals("true")) {
                holding.add(each.getKey());
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        Map<Value, Integer> classes = new HashMap<>();
        for (Map.Entry<Value, String> each : script.values().entrySet()) {
            String is = model.get(each.getValue());
            if (is == null) {
                return new Answer.Undecided("z3 gave no model");
            }
            classes.put(each.getKey(), numbers.computeIfAbsent(is, _ -> numbers.size()));
        }
        return new Answer.Possible(holding, classes);
    }
}
