namespace Heed.Files;

/// <summary>
/// Ladders with a worse and a better side as survey tools commonly offer them, in the main languages. Their middle stands
/// at “~”; it is not missed where nobody was offered it. Which words are common is our own gathering, not a published norm:
/// a person looks at each point before it counts.
/// </summary>
static class TwoSidedLadders
{
    public static readonly LadderLine[] All =
    [
        // English
        new(
            LadderOf.Satisfaction,
            "extremely dissatisfied/completely dissatisfied/totally dissatisfied|very dissatisfied/very unsatisfied|dissatisfied/unsatisfied/not satisfied/mostly dissatisfied|somewhat dissatisfied/fairly dissatisfied/slightly dissatisfied/rather dissatisfied/a little dissatisfied|~neither satisfied nor dissatisfied/neither dissatisfied nor satisfied/neither/neutral/neither satisfied or dissatisfied|somewhat satisfied/fairly satisfied/slightly satisfied/rather satisfied/a little satisfied|satisfied/mostly satisfied|very satisfied|extremely satisfied/completely satisfied/totally satisfied"
        ),
        new(
            LadderOf.Satisfaction,
            "extremely unhappy/completely unhappy|very unhappy|unhappy|somewhat unhappy/slightly unhappy|~neither happy nor unhappy/neutral/neither|somewhat happy/slightly happy|happy|very happy|extremely happy/completely happy"
        ),
        new(
            LadderOf.Agreement,
            "completely disagree/totally disagree|strongly disagree/fully disagree|disagree/mostly disagree|somewhat disagree/slightly disagree/tend to disagree/rather disagree|~neither agree nor disagree/neither disagree nor agree/neutral/undecided/neither/unsure|somewhat agree/slightly agree/tend to agree/rather agree|agree/mostly agree|strongly agree/fully agree|completely agree/totally agree"
        ),
        new(
            LadderOf.Likelihood,
            "extremely unlikely/definitely not/definitely would not/certainly not|very unlikely|unlikely/probably not/probably would not|somewhat unlikely/slightly unlikely|~neither likely nor unlikely/neutral/neither/might or might not/possibly/maybe|somewhat likely/slightly likely|likely/probably/probably yes/probably would|very likely|extremely likely/definitely/definitely yes/definitely would/certainly"
        ),
        new(
            LadderOf.Ease,
            "extremely difficult/extremely hard|very difficult/very hard|difficult/hard|somewhat difficult/fairly difficult/slightly difficult|~neither easy nor difficult/neither difficult nor easy/neutral/neither|somewhat easy/fairly easy/slightly easy|easy|very easy|extremely easy"
        ),
        new(
            LadderOf.Quality,
            "extremely negative|very negative|negative|somewhat negative|~neutral/neither positive nor negative/neither/mixed|somewhat positive|positive|very positive|extremely positive"
        ),
        new(
            LadderOf.Quality,
            "extremely bad/terrible/awful|very bad|bad|somewhat bad|~neither good nor bad/neutral/ok/okay/average|somewhat good|good|very good|extremely good/excellent/great"
        ),
        new(
            LadderOf.Quality,
            "much worse|worse|somewhat worse/slightly worse/a little worse|~about the same/the same/same/no change|somewhat better/slightly better/a little better|better|much better"
        ),
        new(
            LadderOf.Importance,
            "extremely unimportant|very unimportant|unimportant|somewhat unimportant|~neither important nor unimportant/neither unimportant nor important/neither important nor unimportant (neutral)/neutral/neither|somewhat important|important|very important|extremely important"
        ),
        // German
        new(
            LadderOf.Satisfaction,
            "äußerst unzufrieden/völlig unzufrieden|sehr unzufrieden/überhaupt nicht zufrieden|unzufrieden/nicht zufrieden|eher unzufrieden/eher nicht zufrieden/etwas unzufrieden|~weder zufrieden noch unzufrieden/weder noch/teils teils/teils/teils, teils/teils-teils/neutral/mittelmäßig|eher zufrieden/etwas zufrieden|zufrieden|sehr zufrieden|äußerst zufrieden/völlig zufrieden/vollkommen zufrieden"
        ),
        new(
            LadderOf.Agreement,
            "stimme überhaupt nicht zu/stimme gar nicht zu/trifft überhaupt nicht zu/trifft gar nicht zu|stimme nicht zu/lehne ab/trifft nicht zu|stimme eher nicht zu/trifft eher nicht zu/stimme weniger zu/trifft weniger zu|~weder noch/teils teils/teils, teils/teils-teils/neutral/unentschieden/stimme weder zu noch nicht zu|stimme eher zu/trifft eher zu|stimme zu/trifft zu|stimme voll zu/stimme voll und ganz zu/stimme völlig zu/trifft voll zu/trifft voll und ganz zu/trifft völlig zu"
        ),
        new(
            LadderOf.Likelihood,
            "äußerst unwahrscheinlich/auf keinen fall/bestimmt nicht|sehr unwahrscheinlich|unwahrscheinlich/wahrscheinlich nicht|eher unwahrscheinlich/eher nicht|~weder noch/neutral/vielleicht/teils teils|eher wahrscheinlich/eher ja|wahrscheinlich|sehr wahrscheinlich|äußerst wahrscheinlich/auf jeden fall/ganz bestimmt"
        ),
        new(
            LadderOf.Ease,
            "äußerst schwierig|sehr schwierig/sehr schwer|schwierig/schwer|eher schwierig/eher schwer|~weder noch/neutral/teils teils/weder einfach noch schwierig/weder leicht noch schwer|eher einfach/eher leicht|einfach/leicht|sehr einfach/sehr leicht|äußerst einfach"
        ),
        new(
            LadderOf.Quality,
            "sehr schlecht|schlecht|eher schlecht|~mittelmäßig/mittel/neutral/teils teils/weder gut noch schlecht/geht so|eher gut|gut|sehr gut|ausgezeichnet/hervorragend"
        ),
        // French
        new(
            LadderOf.Satisfaction,
            "extrêmement insatisfait/pas du tout satisfait|très insatisfait|insatisfait/pas satisfait/mécontent|plutôt insatisfait/peu satisfait/plutôt pas satisfait|~ni satisfait ni insatisfait/neutre/sans opinion/moyennement satisfait|plutôt satisfait/assez satisfait|satisfait|très satisfait|extrêmement satisfait/tout à fait satisfait"
        ),
        new(
            LadderOf.Agreement,
            "pas du tout d'accord/tout à fait en désaccord|fortement en désaccord|pas d'accord/en désaccord/désaccord|plutôt pas d'accord/plutôt en désaccord/peu d'accord|~ni d'accord ni pas d'accord/ni en accord ni en désaccord/ni d'accord, ni pas d'accord/neutre|plutôt d'accord/assez d'accord|d'accord|fortement d'accord|tout à fait d'accord/totalement d'accord"
        ),
        new(
            LadderOf.Likelihood,
            "extrêmement improbable/certainement pas|très improbable/très peu probable|improbable/peu probable/probablement pas|plutôt improbable|~ni probable ni improbable/neutre/peut-être|plutôt probable/assez probable|probable/probablement|très probable|extrêmement probable/certainement"
        ),
        new(
            LadderOf.Ease,
            "extrêmement difficile|très difficile|difficile|plutôt difficile/assez difficile|~ni facile ni difficile/neutre|plutôt facile/assez facile|facile|très facile|extrêmement facile"
        ),
        new(
            LadderOf.Quality,
            "très mauvais/très mal/nul|mauvais/mal|plutôt mauvais|~moyen/passable/neutre/ni bon ni mauvais|plutôt bon/assez bien/assez bon|bon/bien|très bon/très bien|excellent"
        ),
        // Spanish
        new(
            LadderOf.Satisfaction,
            "extremadamente insatisfecho/totalmente insatisfecho/nada satisfecho|muy insatisfecho|insatisfecho|algo insatisfecho/poco satisfecho|~ni satisfecho ni insatisfecho/neutral/neutro/indiferente|algo satisfecho/bastante satisfecho|satisfecho|muy satisfecho|extremadamente satisfecho/totalmente satisfecho"
        ),
        new(
            LadderOf.Agreement,
            "totalmente en desacuerdo/completamente en desacuerdo|muy en desacuerdo|en desacuerdo|algo en desacuerdo/parcialmente en desacuerdo|~ni de acuerdo ni en desacuerdo/ni en desacuerdo ni de acuerdo/neutral/neutro/indiferente|algo de acuerdo/parcialmente de acuerdo|de acuerdo|muy de acuerdo|totalmente de acuerdo/completamente de acuerdo"
        ),
        new(
            LadderOf.Likelihood,
            "extremadamente improbable/seguro que no|muy improbable/muy poco probable|improbable/poco probable|algo improbable|~ni probable ni improbable/neutral/neutro/quizás/tal vez|algo probable/bastante probable|probable|muy probable|extremadamente probable/seguro que sí"
        ),
        new(
            LadderOf.Ease,
            "extremadamente difícil|muy difícil|difícil|algo difícil|~ni fácil ni difícil/neutral/neutro|algo fácil/bastante fácil|fácil|muy fácil|extremadamente fácil"
        ),
        new(
            LadderOf.Quality,
            "pésimo|muy malo/muy mal|malo/mal|~regular/normal/neutral/ni bueno ni malo|bueno/bien|muy bueno/muy bien|excelente"
        ),
        // Italian
        new(
            LadderOf.Satisfaction,
            "estremamente insoddisfatto/per niente soddisfatto/per nulla soddisfatto|molto insoddisfatto|insoddisfatto|abbastanza insoddisfatto/piuttosto insoddisfatto/poco soddisfatto|~né soddisfatto né insoddisfatto/neutrale/neutro/indifferente|abbastanza soddisfatto/piuttosto soddisfatto|soddisfatto|molto soddisfatto|estremamente soddisfatto/completamente soddisfatto/pienamente soddisfatto"
        ),
        new(
            LadderOf.Agreement,
            "totalmente in disaccordo/completamente in disaccordo/per niente d'accordo|fortemente in disaccordo|in disaccordo/non d'accordo|parzialmente in disaccordo/poco d'accordo|~né d'accordo né in disaccordo/neutrale/neutro/indifferente|abbastanza d'accordo/parzialmente d'accordo|d'accordo|molto d'accordo/fortemente d'accordo|totalmente d'accordo/completamente d'accordo/pienamente d'accordo"
        ),
        new(
            LadderOf.Likelihood,
            "estremamente improbabile/sicuramente no|molto improbabile|improbabile/poco probabile|abbastanza improbabile|~né probabile né improbabile/neutrale/neutro/forse|abbastanza probabile|probabile|molto probabile|estremamente probabile/sicuramente sì"
        ),
        new(
            LadderOf.Ease,
            "estremamente difficile|molto difficile|difficile|abbastanza difficile|~né facile né difficile/neutrale/neutro|abbastanza facile|facile|molto facile|estremamente facile"
        ),
        new(
            LadderOf.Quality,
            "pessimo/pessima|molto scarso/molto cattivo|scarso/cattivo/insufficiente|~sufficiente/discreto/nella media/neutro|buono|molto buono/ottimo|eccellente"
        ),
        // Dutch
        new(
            LadderOf.Satisfaction,
            "uiterst ontevreden/helemaal niet tevreden|zeer ontevreden/heel ontevreden/erg ontevreden|ontevreden/niet tevreden|enigszins ontevreden/een beetje ontevreden|~niet tevreden en niet ontevreden/niet ontevreden, niet tevreden/noch tevreden noch ontevreden/neutraal|enigszins tevreden/redelijk tevreden/een beetje tevreden|tevreden|zeer tevreden/heel tevreden/erg tevreden|uiterst tevreden/helemaal tevreden"
        ),
        new(
            LadderOf.Agreement,
            "helemaal niet mee eens/helemaal mee oneens/volledig mee oneens|zeer mee oneens|mee oneens/oneens/niet mee eens|enigszins mee oneens/beetje mee oneens|~niet mee eens, niet mee oneens/niet eens, niet oneens/noch mee eens, noch mee oneens/niet mee eens en niet mee oneens/neutraal|enigszins mee eens/beetje mee eens|mee eens/eens|zeer mee eens|helemaal mee eens/volledig mee eens"
        ),
        new(
            LadderOf.Likelihood,
            "uiterst onwaarschijnlijk/zeker niet|zeer onwaarschijnlijk/heel onwaarschijnlijk|onwaarschijnlijk/waarschijnlijk niet|enigszins onwaarschijnlijk|~niet waarschijnlijk en niet onwaarschijnlijk/neutraal/misschien|enigszins waarschijnlijk|waarschijnlijk/waarschijnlijk wel|zeer waarschijnlijk/heel waarschijnlijk|uiterst waarschijnlijk/zeker wel"
        ),
        new(
            LadderOf.Ease,
            "uiterst moeilijk|zeer moeilijk/heel moeilijk/erg moeilijk|moeilijk|enigszins moeilijk/redelijk moeilijk|~niet makkelijk en niet moeilijk/neutraal|enigszins makkelijk/redelijk makkelijk|makkelijk/gemakkelijk|zeer makkelijk/heel makkelijk/erg makkelijk/zeer gemakkelijk|uiterst makkelijk"
        ),
        new(
            LadderOf.Quality,
            "zeer slecht/heel slecht|slecht|matig|~gemiddeld/neutraal/voldoende|redelijk|goed|zeer goed/heel goed|uitstekend"
        ),
        // Portuguese
        new(
            LadderOf.Satisfaction,
            "extremamente insatisfeito/totalmente insatisfeito/nada satisfeito|muito insatisfeito|insatisfeito|pouco satisfeito/um pouco insatisfeito|~nem satisfeito nem insatisfeito/neutro/indiferente|um pouco satisfeito/razoavelmente satisfeito|satisfeito|muito satisfeito|extremamente satisfeito/totalmente satisfeito/completamente satisfeito"
        ),
        new(
            LadderOf.Agreement,
            "discordo totalmente/discordo completamente|discordo muito/discordo fortemente|discordo|discordo parcialmente/discordo em parte|~nem concordo nem discordo/não concordo nem discordo/neutro/indiferente|concordo parcialmente/concordo em parte|concordo|concordo muito/concordo fortemente|concordo totalmente/concordo completamente"
        ),
        new(
            LadderOf.Likelihood,
            "extremamente improvável/certamente não|muito improvável|improvável/pouco provável|um pouco improvável|~nem provável nem improvável/neutro/talvez|um pouco provável|provável|muito provável|extremamente provável/certamente sim"
        ),
        new(
            LadderOf.Ease,
            "extremamente difícil|muito difícil|difícil|um pouco difícil|~nem fácil nem difícil/neutro|um pouco fácil|fácil|muito fácil|extremamente fácil"
        ),
        new(
            LadderOf.Quality,
            "péssimo/péssima|muito ruim/muito mau|ruim/mau|~regular/razoável/médio/neutro|bom/boa|muito bom/muito boa|ótimo/ótima|excelente"
        ),
        // Polish
        new(
            LadderOf.Satisfaction,
            "całkowicie niezadowolony|bardzo niezadowolony/zdecydowanie niezadowolony|niezadowolony|raczej niezadowolony|~ani zadowolony ani niezadowolony/ani zadowolony, ani niezadowolony/trudno powiedzieć/neutralnie/neutralny|raczej zadowolony|zadowolony|bardzo zadowolony/zdecydowanie zadowolony|całkowicie zadowolony"
        ),
        new(
            LadderOf.Agreement,
            "całkowicie się nie zgadzam|zdecydowanie się nie zgadzam/zdecydowanie nie zgadzam się/zdecydowanie nie|nie zgadzam się/się nie zgadzam|raczej się nie zgadzam/raczej nie zgadzam się/raczej nie|~ani się zgadzam, ani się nie zgadzam/ani się zgadzam ani nie zgadzam/trudno powiedzieć/nie mam zdania/neutralnie|raczej się zgadzam/raczej zgadzam się/raczej tak|zgadzam się/się zgadzam|zdecydowanie się zgadzam/zdecydowanie zgadzam się/zdecydowanie tak|całkowicie się zgadzam"
        ),
        new(
            LadderOf.Likelihood,
            "na pewno nie/skrajnie mało prawdopodobne|bardzo mało prawdopodobne|mało prawdopodobne/nieprawdopodobne|raczej mało prawdopodobne|~ani prawdopodobne, ani nieprawdopodobne/neutralnie/może/trudno powiedzieć|raczej prawdopodobne|prawdopodobne|bardzo prawdopodobne|na pewno tak"
        ),
        new(
            LadderOf.Ease,
            "bardzo trudno/bardzo trudne|trudno/trudne|raczej trudno/raczej trudne|~ani łatwo, ani trudno/ani łatwe, ani trudne/neutralnie|raczej łatwo/raczej łatwe|łatwo/łatwe|bardzo łatwo/bardzo łatwe"
        ),
        new(
            LadderOf.Quality,
            "bardzo zły/bardzo źle/bardzo zła|zły/źle/zła|raczej źle/raczej zły|~przeciętny/przeciętnie/średnio/neutralnie|raczej dobrze/raczej dobry|dobry/dobrze/dobra|bardzo dobry/bardzo dobrze/bardzo dobra|doskonały/doskonale/znakomity"
        ),
    ];
}
