package dev.holdfast.probes.ratelimit;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.probes.cookies.SetCookie;
import dev.holdfast.probes.exchange.Fields;
import java.util.List;

/** Any value of the fields that tell a limit, and of Set-Cookie. */
public final class LimitFieldsTarget implements Target {
    @Override
    public String name() {
        return "limit-fields";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "\"burst\";q=100;w=60,\"day\";q=1000;w=86400",
                "limit=10, remaining=0, reset=60",
                "\"default\";r=50;t=30",
                "100, 100;w=60;comment=\"a;b\"",
                "__Host-a=b; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=-1; Partitioned");
    }

    @Override
    public void run(byte[] input) {
        String value = Text.latin1(input);
        for (String name :
                List.of("RateLimit", "RateLimit-Policy", "RateLimit-Limit", "X-RateLimit-Limit")) {
            LimitFields.of(Fields.NONE.with(name, value));
        }
        SetCookie.of(value);
    }
}
