package dev.holdfast.probes.ratelimit;

import dev.holdfast.probes.exchange.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.greenbytes.http.sfv.TokenItem;

/**
 * The fields by which services tell their limits, in the three generations of
 * draft-ietf-httpapi-ratelimit-headers: one number a field until 06 (and {@code X-RateLimit-*}
 * before), a dictionary in 07, lists of named policies from 08 on.
 *
 * @param quotas every limit that they name
 * @param malformed the names of fields that have none of the forms
 */
record LimitFields(List<Quota> quotas, List<String> malformed) {
    /** No service needs more to tell a limit; a longer field is none. */
    private static final int LONGEST = 8 * 1024;

    // An X- field has no standard: its reset is seconds, a time since 1970, fractions, or a date.
    private static final List<String> SINGLE = List.of("RateLimit-Remaining", "RateLimit-Reset");
    private static final List<String> LOOSE = List.of("X-RateLimit-Remaining");

    /**
     * A limit.
     *
     * @param requests in a window
     * @param window seconds, when they are told
     */
    record Quota(long requests, Optional<Long> window) {}

    LimitFields {
        quotas = List.copyOf(quotas);
        malformed = List.copyOf(malformed);
    }

    static LimitFields of(Fields fields) {
        List<Quota> quotas = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        for (String name : List.of("RateLimit-Limit", "X-RateLimit-Limit")) {
            fields.combined(name)
                    .ifPresent(value -> {
                        Optional<Quota> quota = ofUsualLength(value).flatMap(NumberField::read);
                        quota.ifPresentOrElse(quotas::add, () -> malformed.add(name));
                    });
        }
        for (List<String> names : List.of(SINGLE, LOOSE)) {
            for (String name : names) {
                fields.combined(name)
                        .filter(value -> !NumberField.number(value))
                        .ifPresent(value -> malformed.add(name));
            }
        }
        fields.combined("RateLimit-Policy")
                .ifPresent(value -> {
                    Optional<List<Quota>> policies =
                            ofUsualLength(value).flatMap(LimitFields::policies);
                    policies.ifPresentOrElse(
                            quotas::addAll, () -> malformed.add("RateLimit-Policy"));
                });
        fields.combined("RateLimit")
                .ifPresent(value -> {
                    Optional<List<Quota>> state = ofUsualLength(value).flatMap(LimitFields::state);
                    state.ifPresentOrElse(quotas::addAll, () -> malformed.add("RateLimit"));
                });
        return new LimitFields(quotas, malformed);
    }

    private static Optional<String> ofUsualLength(String value) {
        return Optional.of(value).filter(each -> each.length() <= LONGEST);
    }

    /** {@code 100;w=60} until 07, {@code "name";q=100;w=60} from 08 on, of which q must be. */
    private static Optional<List<Quota>> policies(String value) {
        try {
            List<Quota> quotas = new ArrayList<>();
            for (ListElement<?> policy : Parser.parseList(value).get()) {
                Optional<Long> requests =
                        switch (policy) {
                            case IntegerItem number -> Optional.of(number.getAsLong());
                            case StringItem name -> parameter(name, "q");
                            case TokenItem name -> parameter(name, "q");
                            default -> Optional.empty();
                        };
                if (requests.isEmpty() || requests.get() < 0) {
                    return Optional.empty();
                }
                quotas.add(new Quota(requests.get(), parameter(policy, "w")));
            }
            return quotas.isEmpty() ? Optional.empty() : Optional.of(quotas);
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    /** {@code limit=100, remaining=50, reset=5} in 07, {@code "name";r=50;t=5} from 08 on. */
    private static Optional<List<Quota>> state(String value) {
        return dictionary(value).or(() -> remaining(value));
    }

    private static Optional<List<Quota>> dictionary(String value) {
        try {
            Dictionary members = Parser.parseDictionary(value);
            if (members.get().get("limit") instanceof IntegerItem limit && limit.getAsLong() >= 0) {
                return Optional.of(List.of(new Quota(limit.getAsLong(), Optional.empty())));
            }
            return Optional.empty();
        } catch (ParseException other) {
            return Optional.empty();
        }
    }

    private static Optional<List<Quota>> remaining(String value) {
        try {
            List<ListElement<?>> items = Parser.parseList(value).get();
            boolean all =
                    !items.isEmpty()
                            && items.stream()
                                    .allMatch(item ->
                                            parameter(item, "r").filter(r -> r >= 0).isPresent());
            // It names no limit, only what is left of one.
            return all ? Optional.of(List.of()) : Optional.empty();
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Long> parameter(ListElement<?> item, String name) {
        return item.getParams().get(name) instanceof IntegerItem number
                ? Optional.of(number.getAsLong())
                : Optional.empty();
    }
}
