package dev.holdfast.rls.trial;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.seed.Asker;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sessions of a role: of nobody, of a stranger, and of each tenant. */
final class Callers {
    private static final Pattern SETTING =
            Pattern.compile("(?i)current_setting\\s*\\(\\s*'([\\w]+(?:\\.[\\w]+)+)'");
    private static final Pattern TENANTS =
            Pattern.compile(
                    "tenant|org|team|company|account|workspace|clinic|school|store|shop|group");
    private static final Pattern USERS =
            Pattern.compile("user|uid|sub$|customer|member|owner|person|login");

    private final Catalog catalog;
    private final Optional<Tenancy> tenancy;
    private final Shapes shapes;
    private final Set<String> settings;

    Callers(Catalog catalog, Optional<Tenancy> tenancy, Shapes shapes) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.shapes = shapes;
        this.settings = settings();
    }

    /**
     * A session.
     *
     * @param identity whose it is; empty for nobody's
     */
    record Caller(String name, Asker asker, Optional<Identity> identity) {
        /** Whether it is somebody who owns rows, in the way that reaches them. */
        boolean isOwner() {
            return identity.map(each -> each.name().equals(name)).orElse(false);
        }

        /** Whether it needs a connection on which no setting was ever set. */
        boolean isNew() {
            return asker.settings().isEmpty();
        }
    }

    private Set<String> settings() {
        Set<String> names = new TreeSet<>(Set.of("request.jwt.claims", Control.SETTING));
        Stream<String> policies =
                catalog.policies().stream()
                        .flatMap(each -> Stream.of(each.using(), each.check()))
                        .flatMap(Optional::stream)
                        .map(each -> each.text());
        Stream<String> functions =
                catalog.functions().values().stream()
                        .filter(each -> !each.schema().startsWith("pg_"))
                        .map(each -> each.source());
        Stream.concat(policies, functions)
                .forEach(text -> {
                    Matcher found = SETTING.matcher(text);
                    while (found.find()) {
                        names.add(found.group(1).toLowerCase(Locale.ROOT));
                    }
                });
        return names;
    }

    /** Whether any setting names a tenant by itself, so that it may hold several. */
    private boolean listsTenants() {
        return settings.stream().anyMatch(each -> TENANTS.matcher(each).find());
    }

    /** All sessions of a role. */
    List<Caller> of(String role, List<Identity> owners, Identity stranger) {
        List<Caller> callers = new ArrayList<>();
        boolean anonymous =
                tenancy.isPresent()
                        ? tenancy.get().member().map(each -> !each.role().equals(role)).orElse(true)
                        : role.contains("anon");
        callers.add(new Caller("nothing set", new Asker(role, Map.of()), Optional.empty()));
        Map<String, String> empty = new LinkedHashMap<>();
        settings.forEach(each -> empty.put(each, ""));
        callers.add(new Caller("empty claims", new Asker(role, empty), Optional.empty()));
        callers.add(
                new Caller(
                        "claims {}",
                        new Asker(role, Map.of("request.jwt.claims", "{}")),
                        Optional.empty()));
        if (anonymous) {
            callers.add(new Caller("anonymous", new Asker(role, nobody(role)), Optional.empty()));
            return callers;
        }
        callers.add(
                new Caller(
                        "without a tenant",
                        new Asker(roleOf(role, stranger), claims(role, stranger, "")),
                        Optional.of(stranger)));
        for (Identity each : owners) {
            callers.add(
                    new Caller(
                            each.name(),
                            new Asker(roleOf(role, each), claims(role, each, each.tenant(shapes))),
                            Optional.of(each)));
        }
        if (listsTenants()) {
            Identity first = owners.getFirst();
            callers.add(
                    new Caller(
                            first.name() + ", tenants as array",
                            new Asker(
                                    roleOf(role, first),
                                    claims(role, first, "{" + first.tenant(shapes) + "}")),
                            Optional.of(first)));
            callers.add(
                    new Caller(
                            "tenants as {}",
                            new Asker(roleOf(role, stranger), claims(role, stranger, "{}")),
                            Optional.of(stranger)));
        }
        return callers;
    }

    /** A user who is a role has one that inherits the group's rights. */
    private String roleOf(String group, Identity who) {
        return tenancy.map(Tenancy::usersAreRoles).orElse(false) ? who.user(shapes) : group;
    }

    private Map<String, String> nobody(String role) {
        return tenancy.flatMap(Tenancy::anonymous)
                .map(Tenancy.SessionSpec::settings)
                .orElse(Map.of("request.jwt.claims", "{\"role\":\"" + role + "\"}"));
    }

    private Map<String, String> claims(String role, Identity who, String tenant) {
        String user = who.user(shapes);
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Control.SETTING, user);
        Optional<Tenancy.SessionSpec> spec = tenancy.flatMap(Tenancy::member);
        if (spec.isPresent()) {
            spec.get()
                    .settings()
                    .forEach((name, text) ->
                            all.put(
                                    name,
                                    text.replace("${user}", user).replace("${tenants}", tenant)));
            return all;
        }
        for (String each : settings) {
            if (each.equals("request.jwt.claims")) {
                all.put(each, token(role, who, tenant));
            } else if (TENANTS.matcher(each).find()) {
                all.put(each, tenant);
            } else if (USERS.matcher(each).find()) {
                all.put(each, user);
            }
        }
        return all;
    }

    private String token(String role, Identity who, String tenant) {
        String user = who.user(shapes);
        String tenants =
                tenant.isEmpty() || tenant.startsWith("{")
                        ? ""
                        : ",\"org_id\":\"%1$s\",\"tenant_id\":\"%1$s\",\"organization_id\":\"%1$s\",\"account_id\":\"%1$s\""
                                .formatted(tenant);
        return "{\"sub\":\"%s\",\"user_id\":\"%s\",\"role\":\"%s\",\"email\":\"%s@example.com\",\"aal\":\"aal2\"%s,\"app_metadata\":{\"provider\":\"email\"%s}}"
                .formatted(
                        user,
                        user,
                        role,
                        "holdfast-" + who.name().toLowerCase(Locale.ROOT),
                        tenants,
                        tenants);
    }
}
