package dev.holdfast.commands.demo;

import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was planted in the shop, held against what a run says. */
final class Planted {
    private static final String SERVER = "rls.prove";

    private static final List<Fault> FAULTS =
            List.of(
                    new Fault.InSource("secrets.stripe-secret-key", "src/checkout.ts", 4),
                    new Fault.InSource("secrets.supabase-service-role-key", "src/orders.ts", 4),
                    new Fault.InSource("secrets.env-value", "src/stock.ts", 3),
                    new Fault.InSource("secrets.github-token", "src/stock.ts", 7),
                    new Fault.InSource("bundle.served-map", "dist/assets/index-D7p_v-9l.js.map", 1),
                    new Fault.OfTable("rls.proof", "public.orders"),
                    new Fault.OfTable("rls.open-read", "public.orders"));

    private Planted() {}

    /** One fault. */
    sealed interface Fault {

        /** The id of the check that finds it. */
        String check();

        /** For people. */
        String place();

        /** Whether that result says it. */
        boolean isIn(Result result);

        /**
         * In a file.
         *
         * @param path the original source, or the built file when the fault has none
         */
        record InSource(String check, String path, int line) implements Fault {

            @Override
            public boolean isIn(Result result) {
                return result.check().value().equals(check)
                        && result.spots().stream()
                                .anyMatch(spot ->
                                        spot.equals(result.spots().getFirst())
                                                && isAt(spot.location()));
            }

            private boolean isAt(Location location) {
                Origin origin = location.origin();
                return origin == null
                        ? location.path().equals(path) && location.line() == line
                        : origin.path().equals(path) && origin.line() == line;
            }

            @Override
            public String place() {
                return path + ":" + line;
            }
        }

        /** In the database that the migrations make. */
        record OfTable(String check, String place) implements Fault {

            @Override
            public boolean isIn(Result result) {
                return result.check().value().equals(check) && place.equals(result.subject());
            }
        }
    }

    /**
     * How a run compares with what was planted.
     *
     * @param found those that the run names at their place
     * @param missed those that it does not name
     * @param more everything else that is wrong, unknown or broken
     * @param noServer why the migrations were not looked at, if they were not
     */
    record Comparison(
            List<Fault> found, List<Fault> missed, List<Result> more, Optional<String> noServer) {

        boolean isExact() {
            return missed.isEmpty() && more.isEmpty();
        }
    }

    static Comparison compare(List<Result> results) {
        Optional<Result> noServer = results.stream().filter(Planted::isNoServer).findFirst();
        List<Fault> found = new ArrayList<>();
        List<Fault> missed = new ArrayList<>();
        for (Fault fault : FAULTS) {
            boolean named =
                    results.stream()
                            .anyMatch(each -> each.outcome() == Outcome.FAIL && fault.isIn(each));
            if (named) {
                found.add(fault);
            } else if (noServer.isEmpty() || !(fault instanceof Fault.OfTable)) {
                missed.add(fault);
            }
        }
        return new Comparison(
                found,
                missed,
                results.stream().filter(Planted::isMore).toList(),
                noServer.map(Result::message));
    }

    /** Whether there is a PostgreSQL is the machine's, and no fault of the shop. */
    private static boolean isNoServer(Result result) {
        return result.outcome() == Outcome.UNKNOWN && result.check().value().equals(SERVER);
    }

    private static boolean isMore(Result result) {
        return switch (result.outcome()) {
            // What only informs was not planted; the platform is like that.
            case FAIL ->
                    result.severity() != Severity.INFO
                            && FAULTS.stream().noneMatch(fault -> fault.isIn(result));
            case UNKNOWN -> !isNoServer(result);
            case ERROR -> true;
            case PASS, NOT_APPLICABLE, WAIVED, BASELINED -> false;
        };
    }
}
