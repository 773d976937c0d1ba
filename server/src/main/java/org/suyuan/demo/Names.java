package org.suyuan.demo;

/** Invented names, taken one after the other; where they run out they begin again with a number. */
final class Names {
    private static final String[][] WORDS = {
        {"榕荫", "Rongyin"}, {"木棉", "Mumian"}, {"兰汀", "Lanting"}, {"晴屿", "Qingyu"}, {"南溪", "Nanxi"},
        {"沐风", "Mufeng"}, {"青梧", "Qingwu"}, {"竹屿", "Zhuyu"}, {"溪午", "Xiwu"}, {"月塘", "Yuetang"},
        {"榴花", "Liuhua"}, {"麦野", "Maiye"}, {"小满", "Xiaoman"}, {"清禾", "Qinghe"}, {"望汐", "Wangxi"},
        {"听潮", "Tingchao"}, {"渔灯", "Yudeng"}, {"蔗林", "Zhelin"}, {"茶坡", "Chapo"}, {"石巷", "Shixiang"},
        {"云阶", "Yunjie"}, {"橘灯", "Judeng"}, {"星湾", "Xingwan"}, {"浅山", "Qianshan"}
    };

    private int next;

    record Word(String zh, String en) {}

    Word word() {
        String[] word = WORDS[next % WORDS.length];
        int round = next++ / WORDS.length;
        return round == 0
                ? new Word(word[0], word[1])
                : new Word(word[0] + "第" + (round + 1), word[1] + " No. " + (round + 1));
    }
}
