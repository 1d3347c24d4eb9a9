package io.switchboard.simulation.bench;

import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Policy;
import io.switchboard.simulation.dispatch.Router;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The engine, and the peer that scans, under the same {@link Traffic}. One operation is one command. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RoutingBenchmark {
    static final int COMMANDS = 1_000;
    static final int FEW_COMMANDS = 20;
    /** The peer needs what it needs however many agents are there, and would take hours to fill a centre. */
    private static final int PRESENT_AT_PEER = 200;

    /** A full centre. */
    @State(Scope.Thread)
    public abstract static class Centre {
        /** How big it is. */
        @Param({"SMALL", "MIDDLE", "LARGE"})
        public Size size = Size.SMALL;

        /** How skills are drawn. */
        @Param({"TEAMS", "ALONE"})
        public Vectors vectors = Vectors.TEAMS;

        private Meter.@org.jspecify.annotations.Nullable Reading reading;

        abstract Router router();

        abstract int present();

        /** Fills the centre, and weighs it before and after. */
        @Setup(Level.Trial)
        public void fill() {
            Policy policy = BenchCentre.policy(size, vectors);
            Traffic traffic = new Traffic(router(), policy, size, present());
            long before = Meter.heap();
            traffic.fill();
            reading = new Meter.Reading(traffic, (Meter.heap() - before) / (double) size.waiting);
        }

        /** Starts the meter, on the thread that is measured. */
        @Setup(Level.Iteration)
        public void start() {
            reading().start();
        }

        /** Stops it. */
        @TearDown(Level.Iteration)
        public void stop() {
            reading().stop();
        }

        final void run(int commands) {
            reading().run(commands);
        }

        private Meter.Reading reading() {
            if (reading == null) {
                throw new IllegalStateException("The centre is not filled");
            }
            return reading;
        }
    }

    /** With our engine. */
    public static class WithEngine extends Centre {
        @Override
        Router router() {
            return Router.of(new Engine());
        }

        @Override
        int present() {
            return size.agents;
        }
    }

    /** With the peer. */
    public static class WithPeer extends Centre {
        @Override
        Router router() {
            return new ScanningEngine();
        }

        @Override
        int present() {
            return PRESENT_AT_PEER;
        }
    }

    /** Commands to the engine. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public void engine(WithEngine centre) {
        centre.run(COMMANDS);
    }

    /** Commands to the peer. */
    @Benchmark
    @OperationsPerInvocation(FEW_COMMANDS)
    public void peer(WithPeer centre) {
        centre.run(FEW_COMMANDS);
    }
}
