package dev.holdfast.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Jazzer calls. With a target's name as argument it runs that one; without, the first byte of
 * each input says which.
 */
public final class Fuzz {
    private static final List<Target> ALL = Targets.all();
    // Seeds of each target when all run together: what is run before the first change takes time.
    private static final int MOST_OF_ALL = 10;

    private static Optional<Target> only = Optional.empty();

    private Fuzz() {}

    public static void fuzzerInitialize(String[] names) {
        only = names.length == 0 ? Optional.empty() : Optional.of(Targets.named(names[0]));
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (only.isPresent()) {
            only.get().run(input);
        } else if (input.length > 0) {
            ALL.get((input[0] & 0xFF) % ALL.size()).run(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /**
     * {@code names}: prints them. {@code seeds DIR [TARGET]}: writes the seeds, each a file. {@code
     * run TARGET FILE}: runs one input again. {@code jazzer TARGET SECONDS DIR}: looks for more.
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "names" -> ALL.forEach(each -> System.out.println(each.name()));
            case "seeds" -> seeds(Path.of(arguments[1]), arguments.length > 2 ? arguments[2] : "");
            case "jazzer" ->
                    System.exit(
                            jazzer(
                                    Targets.named(arguments[1]),
                                    Integer.parseInt(arguments[2]),
                                    Path.of(arguments[3])));
            default -> Targets.named(arguments[1]).run(Files.readAllBytes(Path.of(arguments[2])));
        }
    }

    private static int jazzer(Target target, int seconds, Path folder)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus").resolve(target.name()));
        Path seeds = folder.resolve("seeds").resolve(target.name());
        Path found = Files.createDirectories(folder.resolve("found"));
        seeds(seeds, target.name());
        List<String> command =
                JazzerCommand.of(
                        System.getProperty("java.class.path"),
                        target.name(),
                        found,
                        List.of(corpus, seeds),
                        seconds);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Writes the seeds of one target, or of all with the byte that chooses. */
    static void seeds(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        for (int target = 0; target < ALL.size(); target++) {
            Target each = ALL.get(target);
            List<byte[]> all = each.seeds();
            int step = name.isEmpty() ? 1 + all.size() / MOST_OF_ALL : 1;
            for (int number = 0; number < all.size(); number += step) {
                byte[] seed = all.get(number);
                Path file = folder.resolve(each.name() + "-" + number);
                if (name.isEmpty()) {
                    byte[] chosen = new byte[seed.length + 1];
                    chosen[0] = (byte) target;
                    System.arraycopy(seed, 0, chosen, 1, seed.length);
                    Files.write(file, chosen);
                } else if (name.equals(each.name())) {
                    Files.write(file, seed);
                }
            }
        }
    }
}
