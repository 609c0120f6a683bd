package dev.holdfast.probes.headers.profile;

import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.target.HeaderExpectation;
import dev.holdfast.probes.target.RouteClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of answers: a profile, and what the policy file says over it.
 *
 * @param byClass what the policy expects of a class of routes
 * @param ofRoute what it expects of this one route, which goes before all else
 */
public record Demands(
        Profile profile,
        Map<RouteClass, List<HeaderExpectation>> byClass,
        List<HeaderExpectation> ofRoute) {
    public Demands {
        byClass = Map.copyOf(byClass);
        ofRoute = List.copyOf(ofRoute);
    }

    /** A profile alone. */
    public static Demands of(String profile) {
        return new Demands(Profile.named(profile), Map.of(), List.of());
    }

    /** Whether a field that is missing is a fault. */
    public boolean asks(String field, Answer answer) {
        return policy(field, answer)
                .map(each -> !each.absent())
                .orElseGet(() -> profile.asks(field, answer));
    }

    /** Who asks for it, for a message. */
    public String asker(String field, Answer answer) {
        return policy(field, answer)
                .map(HeaderExpectation::place)
                .orElse("profile " + profile.name());
    }

    /** What the policy file says of a field. */
    public Optional<HeaderExpectation> policy(String field, Answer answer) {
        return ofPolicy(answer).stream()
                .filter(each -> each.name().equalsIgnoreCase(field))
                .findFirst();
    }

    /** Every expectation that holds for the answer; those of the policy replace the profile's. */
    public List<HeaderExpectation> expected(Answer answer) {
        List<HeaderExpectation> all = new ArrayList<>();
        for (HeaderExpectation each : ofPolicy(answer)) {
            addNew(all, each);
        }
        for (HeaderExpectation each : profile.expected(answer)) {
            addNew(all, each);
        }
        return List.copyOf(all);
    }

    /** Whether an expectation is the policy file's and not the profile's. */
    public boolean ofPolicy(HeaderExpectation expected, Answer answer) {
        return ofPolicy(answer).contains(expected);
    }

    private List<HeaderExpectation> ofPolicy(Answer answer) {
        if (answer.options()) {
            return List.of();
        }
        List<HeaderExpectation> all = new ArrayList<>(ofRoute);
        all.addAll(byClass.getOrDefault(answer.routeClass(), List.of()));
        return all;
    }

    private static void addNew(List<HeaderExpectation> all, HeaderExpectation more) {
        if (all.stream().noneMatch(each -> each.name().equalsIgnoreCase(more.name()))) {
            all.add(more);
        }
    }
}
