namespace Heed.Analytics.Text;

/// <summary>
/// Short lists of words without a subject. Short on purpose: long lists swallow words that themes need (“help”, “need”,
/// “work”) and negations.
/// </summary>
static class StopWords
{
    public static readonly string[] English = Split(
        """
        a an the this that these those some any each every both all such
        i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself
        it its itself they them their theirs themselves who whom whose which what
        and or but if because as while than then so though although unless until since when where how why whether
        of at by for with about into through during before after above below to from up down in out on off over under
        between among against upon within without
        am is are was were be been being have has had having do does did doing done will would shall should can could
        may might must ought
        there here again once very too just also only even still own same other another more most much many few
        i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've they'd
        they'll that's there's here's what's who's let's
        im ive id youre theyre thats
        s t d m re ve ll
        """
    );

    public static readonly string[] German = Split(
        """
        der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes
        ich mich mir mein meine meinen meinem meiner du dich dir dein deine er ihn ihm sein seine seinen seinem seiner
        sie ihr ihre ihren ihrem ihrer es wir uns unser unsere euch euer man sich selbst wer wen wem was welche welcher
        und oder aber wenn weil als während dann so dass daß ob obwohl bis seit wie wo warum denn doch also
        von an am auf aus bei beim durch für gegen in im ins mit nach ohne über um unter vor zu zum zur zwischen ab
        bin bist ist sind war waren wird werden wurde wurden worden habe hat haben hatte hatten sei wäre würde würden
        kann können konnte muss müssen soll sollte darf mag möchte
        da hier dort sehr auch nur noch schon mal wieder einfach mehr viel viele andere anderen
        """
    );

    static string[] Split(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
