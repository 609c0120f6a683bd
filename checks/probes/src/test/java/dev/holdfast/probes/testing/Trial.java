package dev.holdfast.probes.testing;

import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Secrets;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.HoneypotRules;
import dev.holdfast.probes.target.Limits;
import dev.holdfast.probes.target.MaintenanceRules;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.target.TokenRules;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One run of a probe against a service on loopback. */
public final class Trial {
    private final MovingClock clock;
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, CallerIdentity> identities = new HashMap<>();
    private Optional<MaintenanceRules> maintenance = Optional.empty();
    private Optional<HoneypotRules> honeypot = Optional.empty();
    private Optional<TokenRules> tokens = Optional.empty();
    private Limits limits = Limits.USUAL;
    private boolean destructive = true;
    private boolean production;
    private Network network = Network.LOOPBACK;

    /** A run by that clock. */
    public Trial(MovingClock clock) {
        this.clock = clock;
    }

    /** With one more route. */
    public Trial route(Route route) {
        routes.add(route);
        return this;
    }

    /** With a variable of the environment. */
    public Trial variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** With an identity whose value is in the variable of its own name. */
    public Trial identity(String name, String header, String value) {
        identities.put(name, new CallerIdentity(name, header, "IDENTITY_" + name));
        return variable("IDENTITY_" + name, value);
    }

    /** With a switch. */
    public Trial maintenance(MaintenanceRules rules) {
        maintenance = Optional.of(rules);
        return this;
    }

    /** With honeypots. */
    public Trial honeypot(HoneypotRules rules) {
        honeypot = Optional.of(rules);
        return this;
    }

    /** With sessions. */
    public Trial tokens(TokenRules rules) {
        tokens = Optional.of(rules);
        return this;
    }

    /** With another pace. */
    public Trial limits(Limits other) {
        limits = other;
        return this;
    }

    /** Without the permission to change something. */
    public Trial harmless() {
        destructive = false;
        return this;
    }

    /** As if the service were not on this machine. */
    public Trial elsewhere() {
        network = Network.PRIVATE;
        return this;
    }

    /** As if everybody on the way could read along. */
    public Trial readable() {
        network = Network.PUBLIC;
        return this;
    }

    /** In production. */
    public Trial production() {
        production = true;
        return this;
    }

    /** Runs the probe against that service. */
    public Sight run(Probe probe, Service service) throws IOException, InterruptedException {
        try (LoopbackServer server = LoopbackServer.start(service)) {
            Target target =
                    new Target(
                            "test",
                            "http",
                            "127.0.0.1",
                            server.port(),
                            production ? "production" : "staging",
                            production,
                            Optional.empty(),
                            network,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            destructive,
                            limits,
                            "owasp",
                            Map.of(),
                            Optional.empty(),
                            identities,
                            maintenance,
                            honeypot,
                            tokens,
                            routes);
            Secrets secrets = name -> Optional.ofNullable(variables.get(name));
            Wire wire = new LoopbackWire(target, destructive, secrets, clock);
            Session session =
                    new Session(
                            target,
                            wire,
                            wire,
                            wire,
                            destructive,
                            secrets,
                            clock,
                            new SplittableRandom(7));
            return new Sight(probe, probe.run(session).observations(), server.asked(), variables);
        }
    }
}
