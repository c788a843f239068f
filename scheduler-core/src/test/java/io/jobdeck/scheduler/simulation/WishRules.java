package io.jobdeck.scheduler.simulation;

/** Rules of one kind of wish that stands in the tree until it is fulfilled. */
interface WishRules {

    /** The tree says of wishes what the model does. */
    void judge(TreeState tree);

    /** The leader has written; {@code decided} is {@link ClusterModel#now} when it last looked. */
    void judgeWrite(TreeState before, TreeState after, int decided);

    /** All has settled, and nothing may be left to be fulfilled. */
    void judgeEnds(TreeState tree);
}
