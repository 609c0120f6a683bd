package dev.holdfast.rls.server.migration;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files of a folder run, in which order; by the documentation of each tool. */
record MigrationOrder(MigrationLayout layout, List<String> run) {
    private static final String UP = ".up.sql";
    private static final String DOWN = ".down.sql";
    private static final String PRISMA = "/migration.sql";
    private static final Pattern OF_SUPABASE = Pattern.compile("\\d+_[^/]*\\.sql");
    private static final Pattern VERSIONED = Pattern.compile("V(\\d[\\d._]*?)__[^/]*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__[^/]*\\.sql");
    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?(\\d+)[^/]*");
    private static final Pattern TAG = Pattern.compile("\"tag\"\\s*:\\s*\"([^\"\\\\/]+)\"");

    MigrationOrder {
        run = List.copyOf(run);
    }

    /**
     * @param names the files of SQL below the folder, sorted
     */
    static MigrationOrder of(Path folder, List<String> names) throws IOException {
        Path journal = folder.resolve("meta").resolve("_journal.json");
        if (Files.isRegularFile(journal)) {
            return new MigrationOrder(MigrationLayout.DRIZZLE, drizzle(journal, names));
        }
        if (names.stream().anyMatch(name -> name.endsWith(PRISMA))) {
            return new MigrationOrder(
                    MigrationLayout.PRISMA,
                    names.stream().filter(name -> name.endsWith(PRISMA)).toList());
        }
        if (names.stream().anyMatch(name -> VERSIONED.matcher(name).matches())) {
            return new MigrationOrder(MigrationLayout.FLYWAY, flyway(names));
        }
        if (names.stream().anyMatch(name -> name.endsWith(UP))) {
            return new MigrationOrder(
                    MigrationLayout.UP_FILES,
                    byNumber(names.stream().filter(name -> name.endsWith(UP)).toList()));
        }
        List<String> going = names.stream().filter(name -> !name.endsWith(DOWN)).toList();
        if (folder.toAbsolutePath().endsWith(Path.of("supabase", "migrations"))) {
            return new MigrationOrder(
                    MigrationLayout.SUPABASE,
                    going.stream().filter(name -> OF_SUPABASE.matcher(name).matches()).toList());
        }
        boolean sections = false;
        for (String name : going) {
            sections |= UpSections.of(Files.readString(folder.resolve(name))).isPresent();
        }
        return sections
                ? new MigrationOrder(MigrationLayout.UP_SECTIONS, going)
                : new MigrationOrder(MigrationLayout.PLAIN, byNumber(going));
    }

    private static List<String> drizzle(Path journal, List<String> names) throws IOException {
        List<String> run = new ArrayList<>();
        Matcher tag = TAG.matcher(Files.readString(journal));
        while (tag.find()) {
            String name = tag.group(1) + ".sql";
            if (names.contains(name)) {
                run.add(name);
            }
        }
        return run;
    }

    private static List<String> flyway(List<String> names) {
        List<String> run = new ArrayList<>();
        names.stream()
                .filter(name -> VERSIONED.matcher(name).matches())
                .sorted(Comparator.comparing(MigrationOrder::version, MigrationOrder::compare))
                .forEach(run::add);
        names.stream().filter(name -> REPEATABLE.matcher(name).matches()).forEach(run::add);
        return run;
    }

    private static List<BigInteger> version(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        List<BigInteger> parts = new ArrayList<>();
        if (versioned.matches()) {
            for (String part : versioned.group(1).split("[._]+", -1)) {
                parts.add(part.isEmpty() ? BigInteger.ZERO : new BigInteger(part));
            }
        }
        return parts;
    }

    private static int compare(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            BigInteger left = i < one.size() ? one.get(i) : BigInteger.ZERO;
            BigInteger right = i < other.size() ? other.get(i) : BigInteger.ZERO;
            if (!left.equals(right)) {
                return left.compareTo(right);
            }
        }
        return 0;
    }

    // 2_b before 10_a, when every file has a number; else as the names sort.
    private static List<String> byNumber(List<String> names) {
        if (!names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
            return names;
        }
        return names.stream()
                .sorted(
                        Comparator.comparing(MigrationOrder::number)
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static BigInteger number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.matches() ? new BigInteger(number.group(1)) : BigInteger.ZERO;
    }
}
