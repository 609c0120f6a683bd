package dev.holdfast.probes.wire.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface Resolver {
    /** The system's own. */
    Resolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * Every address of a name.
     *
     * @throws UnknownHostException when there is none
     */
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
