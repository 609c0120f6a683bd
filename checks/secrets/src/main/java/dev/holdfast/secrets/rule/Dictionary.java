package dev.holdfast.secrets.rule;

import java.util.Locale;
import java.util.Set;

/**
 * Words of programs, of manuals and of lazy passwords. What mostly consists of them was not made by
 * chance: of random letters one place in seven hundred begins a word of this list.
 */
final class Dictionary {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 14;

    private static final Set<String> WORDS =
            Set.of(
                    """
                    access account action active actual address admin after agent algorithm alias \
                    allow alpha always amazon amount analytics android anonymous answer apache apple \
                    application apply archive argument array article asset assign async attach \
                    attempt attribute audio audit auth author auto available avatar azure back \
                    backend background badge balance banner base basic batch bearer before begin \
                    beta bill binary bind block blog body book boot border bottom bound bracket \
                    branch brand bridge browser bucket buffer build bundle button byte cache call \
                    camera cancel card case category center chain change channel char chart chat \
                    check child choice chunk city class clean clear click client clone close cloud \
                    cluster code collection color column command comment commit common company \
                    compare complete component compute concat config confirm connect console const \
                    contact contain content context continue control cookie copy core correct count \
                    country create credential crypto current cursor custom customer dark dashboard \
                    data database date debug decimal declare decode decrypt default define delay \
                    delete deliver demo deploy deprecated desc detail device dialog digest digital \
                    direct directory disable dispatch display document domain double down download \
                    draft drag drive driver drop dummy duration dynamic each edge edit editor \
                    element email embed empty enable encode encrypt engine enter entity entry enum \
                    environment equal error escape event example exception execute exist expire \
                    export express extend extension extra face factory fail fake false family fast \
                    feature feed fetch field file fill filter final find first fixed flag float flow \
                    focus folder font foot force foreground form format forward found frame free \
                    friend from front full function gateway general generate generic global google \
                    grant graph green grid group guest guide hand handle hash head header health \
                    heap hello help hidden high history home host hotel hover html http https icon \
                    image import index info inherit init inline inner input insert inside install \
                    instance integer integration interface internal invalid invoice issue item \
                    iterator java javascript join json jump keep kernel keyboard keyword kind label \
                    lambda language large last launch layer layout lazy leaf left legacy length less \
                    letmein letter level library license light like limit line link linux list \
                    listen live load local locale location lock login logo logout long look loop \
                    lower machine mail main make manage manual march mark market master match \
                    material maximum media member memory menu merge message meta method metric \
                    microsoft middle migration minimum minute missing mobile mock modal model \
                    modifier module monday monitor month more mount move multi music must name \
                    native navigation near nest network never next node none normal notice \
                    notification null number oauth object offset online only open operator option \
                    order origin other outer output over override owner pack package page paint pair \
                    panel paragraph parameter parent parse part partner pass passphrase password \
                    paste patch path pattern pause payload payment period permission person phone \
                    photo picture pixel place placeholder plain plan platform play plugin point \
                    policy pool port position post power prefix preset press preview price primary \
                    print private process product production profile program progress project \
                    promise prop property protect protocol provider proxy public publish pull \
                    purchase push python query question queue quick qwerty quote radio radius random range \
                    rate read ready real reason recaptcha receive record recover redirect reduce \
                    refer reference refresh region register regular reject relation release reload \
                    remote remove render repeat replace replay report repository request require \
                    reserved reset resize resolve resource response rest restore result retry return \
                    reverse review right role root rotate round route router rule running safe sale \
                    same sample sandbox save scale scan schema scope score screen script scroll \
                    search second secret section secure security segment select self send sensitive \
                    sentence sequence series server service session setting setup shadow shape share \
                    sheet shell shift shop short show side sign signal signature simple single site \
                    size slice slide small smart social socket some sort source space special split \
                    sprint square stack stage standard start state static statistic status step stop \
                    storage store stream strict string strong structure student style submit \
                    subscribe success suffix summary summer supabase super support switch symbol \
                    sync syntax system table target task team template temporary term test text \
                    theme there thing third this thread throw thumb ticket time timeout timer title \
                    toast today toggle token tool topic total touch track traffic trans transfer \
                    transform translate tree trigger true trust type undefined under union unique \
                    unit unknown unlock update upgrade upload upper usage user username utility \
                    valid validate value variable vault vector vendor verify version vertical video \
                    view virtual visible visit visitor wait wallet warning watch webhook week \
                    welcome well what when where white wide widget width window winter with without \
                    word work worker world wrap write wrong xhtml year yellow your zero zone\
                    """
                            .split(" "));

    private Dictionary() {}

    /** Whether at least half of the letters belong to words of four letters and more. */
    static boolean explains(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int letters = 0;
        int explained = 0;
        int at = 0;
        while (at < lower.length()) {
            if (!isLetter(lower.charAt(at))) {
                at++;
                continue;
            }
            int word = longestAt(lower, at);
            letters += Math.max(1, word);
            explained += word;
            at += Math.max(1, word);
        }
        return explained * 2 >= letters && letters > 0;
    }

    private static int longestAt(String lower, int at) {
        int end = at;
        while (end < lower.length() && end - at < LONGEST && isLetter(lower.charAt(end))) {
            end++;
        }
        for (int each = end; each - at >= SHORTEST; each--) {
            if (WORDS.contains(lower.substring(at, each))) {
                return each - at;
            }
        }
        return 0;
    }

    private static boolean isLetter(char each) {
        return each >= 'a' && each <= 'z';
    }
}
