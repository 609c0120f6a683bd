package dev.holdfast.probes.report;

import dev.holdfast.core.problem.OneLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small server that collects violation reports into a file of JSON lines. Bounded in every way: a
 * reporter is anybody. It has no TLS; a proxy that has may stand before it.
 */
public final class CspCollector implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final int SECONDS_OF_A_REQUEST = 10;
    private static final int BACKLOG = 100;
    private static final int LONGEST_FILE_NAME_SHOWN = 200;

    private final ServerSocket server;
    private final ReportFile file;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger refused = new AtomicInteger();

    private CspCollector(ServerSocket server, ReportFile file) {
        this.server = server;
        this.file = file;
    }

    /**
     * Listens on the loopback interface.
     *
     * @param port or 0 for any free one
     * @param out is added to, and made when it is not there
     * @param mostBytes how large the file may become; what comes then is counted and answered 503
     * @throws IOException when the port is taken or the file cannot be written
     */
    public static CspCollector serve(int port, Path out, long mostBytes, Clock clock)
            throws IOException {
        return serve(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                out,
                mostBytes,
                clock);
    }

    /** Listens at an address. */
    public static CspCollector serve(
            InetSocketAddress address, Path out, long mostBytes, Clock clock) throws IOException {
        ReportFile file = ReportFile.open(out, mostBytes, clock);
        ServerSocket server = new ServerSocket();
        try {
            server.bind(address, BACKLOG);
            server.setSoTimeout((int) TimeUnit.MINUTES.toMillis(1));
        } catch (IOException taken) {
            server.close();
            file.close();
            throw taken;
        }
        CspCollector collector = new CspCollector(server, file);
        Thread.ofVirtual().name("csp-collect").start(collector::accept);
        return collector;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many violations were written, those of this run alone. */
    public long written() {
        return file.written();
    }

    /** How many requests were no report that could be kept. */
    public int refused() {
        return refused.get();
    }

    /** Where they are written to, for a message. */
    public String shownFile() {
        return OneLine.of(file.path().toString(), LONGEST_FILE_NAME_SHOWN);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (places.tryAcquire()) {
                    workers.execute(() -> answer(socket));
                } else {
                    refused.incrementAndGet();
                    socket.close();
                }
            } catch (SocketTimeoutException nobody) {
                alive();
            } catch (SocketException closed) {
                return;
            } catch (IOException again) {
                refused.incrementAndGet();
            }
        }
    }

    // Without it nobody could tell an hour without reports from one without a collector.
    private void alive() {
        try {
            file.alive();
        } catch (IOException full) {
            refused.incrementAndGet();
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS_OF_A_REQUEST));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_OF_A_REQUEST);
            Status status = ReportRequest.read(socket.getInputStream(), end).take(file);
            if (status.refused()) {
                refused.incrementAndGet();
            }
            socket.getOutputStream().write(status.answer());
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            drain(socket);
        } catch (IOException gone) {
            refused.incrementAndGet();
        } finally {
            places.release();
        }
    }

    // Closing with unread bytes would reset the connection, and the answer with it.
    private static void drain(Socket socket) throws IOException {
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(1));
        byte[] rest = new byte[8192];
        for (int i = 0; i < 256; i++) {
            if (socket.getInputStream().read(rest) < 0) {
                return;
            }
        }
    }

    /** Stops listening, ends what is being written, and closes the file. */
    @Override
    public void close() throws IOException {
        server.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
