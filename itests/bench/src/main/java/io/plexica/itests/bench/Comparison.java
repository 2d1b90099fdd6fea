package io.plexica.itests.bench;

import java.util.ArrayList;
import java.util.List;

/** Two ways to the same answer, measured in turns. */
final class Comparison {

    private static final int CONNECTIONS = 4;
    private static final long WARM_UP_MILLIS = 8_000;
    private static final long TURN_MILLIS = 2_000;
    private static final int TURNS = 15;

    private Comparison() {}

    /** Warms both up, then lets them take turns; a ratio is taken within each pair of turns. */
    static String[] run(String name, Load ours, Load bare) {
        ours.perSecond(WARM_UP_MILLIS, CONNECTIONS);
        bare.perSecond(WARM_UP_MILLIS, CONNECTIONS);
        List<Double> ourTurns = new ArrayList<>();
        List<Double> bareTurns = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            boolean oursFirst = turn % 2 == 0;
            double first = (oursFirst ? ours : bare).perSecond(TURN_MILLIS, CONNECTIONS);
            double second = (oursFirst ? bare : ours).perSecond(TURN_MILLIS, CONNECTIONS);
            ourTurns.add(oursFirst ? first : second);
            bareTurns.add(oursFirst ? second : first);
            ratios.add(ourTurns.get(turn) / bareTurns.get(turn));
        }
        return new String[] {
            name,
            Figures.of(ourTurns).text("/s"),
            Figures.of(bareTurns).text("/s"),
            Figures.of(ratios).ratio()
        };
    }
}
