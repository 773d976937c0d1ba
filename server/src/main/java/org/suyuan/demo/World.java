package org.suyuan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The whole demo world: always the same, but for the codes, which only the platform can issue.
 *
 * @param cast who and what there is
 * @param chronicle what happened
 */
record World(
        Cast cast,
        Chronicle chronicle,
        LujiangCast lujiang,
        LujiangStory story,
        LujiangMarket market,
        List<ReportedCheck> checks,
        List<Sample> samples) {
    private static final long SEED = 20_260_920L;

    /** How much of it. */
    enum Size {
        /** The golden incident alone. */
        GOLDEN,
        /** With everybody else around it. */
        FULL
    }

    /** The cast of a world, whose businesses the registry must know before codes can be issued for their goods. */
    static final class Stage {
        final Cast cast = new Cast(new Random(SEED));
        private final Names names = new Names();
        private final LujiangCast lujiang = new LujiangCast(cast, names);
        private final List<Tale> others = new ArrayList<>();

        Stage(Size size) {
            if (size == Size.FULL) {
                others.addAll(Tale.all(cast, names));
            }
        }

        World play(CodeSupply codes) {
            Random random = new Random(SEED + 1); // not the cast's, whose size must not change what happens
            Chronicle chronicle = new Chronicle();
            Trade trade = new Trade(chronicle);
            LujiangStory story = new LujiangStory(lujiang, chronicle, trade, codes);
            LujiangMarket market = story.tell(random).tell();
            List<ReportedCheck> checks = new ArrayList<>(market.checks);
            List<Sample> samples = new ArrayList<>(Sample.of(story, market));
            for (Tale tale : others) {
                tale.tell(new Tale.Telling(chronicle, trade, codes, random, checks, samples));
            }
            return new World(cast, chronicle, lujiang, story, market, checks, samples);
        }
    }
}
