package dev.holdfast.commands.demo;

import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.List;

/** What was planted in the shop, held against what a run says. */
final class Planted {
    private static final List<Fault> FAULTS =
            List.of(
                    new Fault("secrets.stripe-secret-key", "src/checkout.ts", 4),
                    new Fault("secrets.supabase-service-role-key", "src/orders.ts", 4),
                    new Fault("secrets.env-value", "src/stock.ts", 3),
                    new Fault("secrets.github-token", "src/stock.ts", 7),
                    new Fault("bundle.served-map", "dist/assets/index-D7p_v-9l.js.map", 1));

    private Planted() {}

    /**
     * One fault.
     *
     * @param path the original source, or the built file when the fault has none
     */
    record Fault(String check, String path, int line) {

        private boolean isIn(Result result) {
            return result.outcome() == Outcome.FAIL
                    && result.check().value().equals(check)
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

        String place() {
            return path + ":" + line;
        }
    }

    /**
     * How a run compares with what was planted.
     *
     * @param found those that the run names at their place
     * @param missed those that it does not name
     * @param more everything else that is wrong, unknown or broken
     */
    record Comparison(List<Fault> found, List<Fault> missed, List<Result> more) {

        boolean isExact() {
            return missed.isEmpty() && more.isEmpty();
        }
    }

    static Comparison compare(List<Result> results) {
        List<Fault> found = new ArrayList<>();
        List<Fault> missed = new ArrayList<>();
        for (Fault fault : FAULTS) {
            (results.stream().anyMatch(fault::isIn) ? found : missed).add(fault);
        }
        List<Result> more =
                results.stream()
                        .filter(result ->
                                switch (result.outcome()) {
                                    case FAIL ->
                                            FAULTS.stream().noneMatch(fault -> fault.isIn(result));
                                    case UNKNOWN, ERROR -> true;
                                    case PASS, NOT_APPLICABLE, WAIVED, BASELINED -> false;
                                })
                        .toList();
        return new Comparison(found, missed, more);
    }
}
