namespace Heed.Analytics.Text;

/// <summary>
/// The signs of each group, written by hand (<see cref="PhraseTree"/>). Every form is spelled out: a shorter stem would catch
/// too much.
/// </summary>
static class FrictionPhrases
{
    public static readonly (Friction Group, string Phrases)[] English =
    [
        (
            Friction.Waiting,
            """
            waiting
            wait/waited (for) (over/about/almost/nearly/around/more/at) (than/least) _ (_) minutes/hours/days/weeks/months/min/mins/hour/week
            long/longer/longest wait/waits/queue/queues/line/lines/delay/delays
            on hold
            hold time/times
            wait time/times
            waiting time/times
            waiting room
            delay/delays/delayed
            late
            stuck/stood/standing/stand in (a/the) (long) line/queue/traffic
            queue/queues/queuing/queueing/queued
            slow/slower/slowly
            takes/took/taking/take (far/way/so/too/much) (too) long/longer/ages/forever
            took/takes _ (_) hours/days/weeks/months
            for hours/weeks/months/ages
            hours later/late
            still not here/arrived/received
            has/have/had not arrived
            hasn't/haven't/hadn't arrived
            """
        ),
        (
            Friction.Rework,
            """
            again and again
            over and over
            had/have/has to call/ring/phone/email/write/explain/repeat/go/come/send/start/do/ask (it/them/back) (again)
            called/rang/phoned/emailed/wrote/asked/tried/contacted (them/you) (back) again/twice/repeatedly
            called/rang/phoned/emailed/wrote/tried/contacted (them/you) (_) (_) times
            several/many/multiple/numerous/countless/three/four/five/six times
            keep/kept/keeps calling/asking/trying/chasing/explaining/repeating/having
            repeat/repeated/repeating myself/everything/ourselves
            explain/explained/explaining everything/myself/it again
            start/started/starting (all) over (again)
            third/fourth/fifth time
            second/third/fourth attempt
            every single time
            chasing/chased
            rebook/rebooked/resubmit/resubmitted/resend/redo
            same problem/issue/question/questions (again)
            """
        ),
        (
            Friction.Defect,
            """
            broken/broke/faulty/defective/damaged
            not/isn't/doesn't/don't/didn't/won't/wasn't/never/stopped/stops/isnt/doesnt/dont/didnt/wont work/works/working/worked/load/loading/open/opening/start/connect/connecting/respond/responding/function/functioning
            bug/bugs/buggy/glitch/glitches/glitchy
            crash/crashes/crashed/crashing
            error/errors
            freezes/froze/frozen/freezing
            system/site/website/app/server/page/booking was/is/are/were (always/still) down
            keeps crashing/freezing/failing/disconnecting/logging
            out of order/service
            failed/fails/failure
            lost my/our/the bag/bags/luggage/baggage/parcel/package/order/letter/referral/records
            lost luggage/baggage/bag/bags
            wrong order/item/size/address/name/date/seat/meal/medication/information
            leaking/leaks
            dirty/filthy/mould/mold/stained
            """
        ),
        (
            Friction.Handoff,
            """
            transferred/passed/sent/bounced/pushed/shunted (_) (around/back/from) (and/to/one) (forth/another/person/department)
            passed/pushed from
            from one (_) to another/the/next
            pillar to post
            hung up
            hang/hangs/hanging up on
            disconnected
            no (one/body) answer/answers/answered/answering/picks/picked/responds/responded/response/reply/replies/replied/helps/helped
            nobody/noone answer/answers/answered/answering/picks/picked/responds/responded/replies/replied/calls/called/helps/helped/cares/cared/knew/knows
            no one knows/knew/cares/cared/available/there/around
            no reply/response/answer/callback
            can't/cannot/couldn't/cant/couldnt/unable (to) reach/contact/speak/talk/get (to/through/hold) (_)
            get/got/getting through
            never/didn't/don't/doesn't answer/answers/answered/respond/responded/reply/replied/call/called/return/returned (_) (back)
            call/called/calls/calling/ring/rang me/us/you back
            someone else
            different/another person/department/agent/number
            not my department/job/problem
            unreachable/unavailable
            busy signal
            automated system/message/response
            """
        ),
        (
            Friction.MissingInformation,
            """
            no information/info/explanation/communication/update/updates/idea/clue/warning/notice/instructions/details/signs/signage
            lack of information/info/communication/explanation/transparency/clarity
            not/never/wasn't/weren't/isn't/without (been/being/be) told/informed/notified/explained/clear/updated
            didn't/don't/doesn't/couldn't/can't/nobody/never tell/told/inform/informed/explain/explained/know/say/said (me/us/you/anyone) (what/why/when/where/how/anything/which)
            nobody/noone/one told/tells/informed/explained/knows/knew
            unclear/confusing/confused/misleading/contradictory/conflicting
            more/better/clearer/further information/communication/explanation/details/instructions/signage
            could/should/would be/have (been) clearer/explained/told/informed
            kept/keep/left/leave/leaving in the dark
            where/when is/are/will my/our/the
            can't/cannot/couldn't find (the/any/out/a/my)
            hard/difficult/impossible to find
            what is going on
            what's going on
            """
        ),
        (
            Friction.BrokenPromise,
            """
            promised
            promise/promises
            never/didn't/not/hasn't/haven't came/come/arrived/arrive/arrives/happened/happen/received/delivered/showed/show/turned
            no show
            canceled/cancelled/cancellation/cancellations/cancels/cancelling/canceling
            postponed/rescheduled
            was/were/been/am told (it/that/i/you/we/they) (would/it/i/you/we/they) (would/will/be)
            told me (it/that/i/you/we/they) would/will
            said/says (it/they/you/he/she) would/will
            supposed to (be/have/arrive/come/call)
            should have (been/arrived/come/received)
            as advertised
            false advertising
            lied/lie/lies/liar/liars/lying
            let (me/us) down
            broke/broken promise/promises
            missed (my/our/the/a) connection/flight/appointment/deadline
            """
        ),
        (
            Friction.MoneyBack,
            """
            refund/refunds/refunded/refunding
            money back
            reimburse/reimbursed/reimbursement
            compensation/compensate/compensated
            chargeback
            charged/charge/charges/billed/billing (_) (_) twice/wrong/wrongly/incorrectly/extra/double
            double/over charged/billed
            overcharged/overcharge/overpriced
            charged me/us/for
            hidden/unexpected/extra/additional fee/fees/cost/costs/charge/charges
            rip off
            ripped (me/us) off
            scam/scammed/scammers/fraud
            stole/stolen/stealing (my/our) (money)
            waste/wasted/wasting (of) (my/our/the) money
            credit (back) to (my/our) account
            pay/paid/paying (for) twice
            """
        ),
        (
            Friction.Effort,
            """
            complicated/complex/cumbersome/tedious/bureaucratic/convoluted
            too many steps/forms/clicks/questions/screens/pages/times
            too/so/very/really/extremely/unnecessarily/more difficult/hard/complicated/confusing/awkward
            difficult/hard/impossible/tricky to use/navigate/understand/get/book/cancel/change/contact/reach/park/access/read/fill/log
            not easy/simple/straightforward/possible/convenient
            not user friendly
            user unfriendly
            paperwork/red tape
            log/logged/logging/sign/signed me/us out
            fill/filled/filling (in/out) (_) (_) form/forms
            struggle/struggled/struggling
            frustrating/frustrated/frustration
            hassle/nightmare/ordeal
            waste/wasted/wasting (of) (my/our) time
            jump/jumping through hoops
            figure/figured/figuring (it) out
            had/have/has to drive/travel/walk/carry/print/download/register/install
            inconvenient/inconvenience/inconvenienced
            """
        ),
    ];

    public static readonly (Friction Group, string Phrases)[] German =
    [
        (
            Friction.Waiting,
            """
            warten/warte/wartet/wartete/gewartet/wartezeit/wartezeiten/warteschlange/warteschleife
            verspätet/verspätung/verspätungen/verzögerung/verzögert
            zu spät
            dauert/dauerte/gedauert (_) (viel) (zu) lange/ewig/stunden/wochen/monate
            lange/langer/langen schlange/schlangen
            langsam/langsame/langsamer
            seit stunden/tagen/wochen/monaten
            """
        ),
        (
            Friction.Rework,
            """
            immer wieder
            schon wieder
            mehrmals/mehrfach/wiederholt
            zum dritten/vierten/fünften mal
            zweimal/dreimal/viermal (_) angerufen/geschrieben/gefragt/erklärt/angefragt
            noch (ein/mal) einmal/mal (_) anrufen/erklären/schreiben/schicken
            von vorne
            hinterhertelefonieren/nachhaken/nachfragen
            """
        ),
        (
            Friction.Defect,
            """
            kaputt/defekt/defekte/beschädigt/fehlerhaft
            funktioniert/funktionierte/geht/ging/funktionieren (leider/einfach/gar/überhaupt/immer) (noch) nicht
            fehler/fehlermeldung/fehlermeldungen/absturz
            stürzt/stürzte (_) (_) ab
            abgestürzt
            falsche/falscher/falsches/falschen lieferung/artikel/ware/größe/adresse/rechnung
            schmutzig/dreckig/schimmel
            """
        ),
        (
            Friction.Handoff,
            """
            niemand/keiner (_) (_) erreichbar/zuständig/geantwortet/antwortet/geholfen/da
            nicht erreichbar/erreicht/zuständig
            keine antwort/rückmeldung/reaktion/rückruf
            weitergeleitet/weiterverbunden/abgewimmelt/aufgelegt
            von einem zum anderen/nächsten
            """
        ),
        (
            Friction.MissingInformation,
            """
            keine information/informationen/info/infos/auskunft/erklärung
            nicht informiert/erklärt/mitgeteilt/gesagt/klar/ersichtlich
            unklar/unverständlich/verwirrend/widersprüchlich/irreführend
            mehr/bessere information/informationen/kommunikation
            nirgends/nicht zu finden
            """
        ),
        (
            Friction.BrokenPromise,
            """
            versprochen/versprochene/zugesagt/zugesichert
            nie/nicht (_) angekommen/geliefert/erschienen/eingehalten/passiert/gekommen
            storniert/abgesagt/ausgefallen/gestrichen/verschoben
            gelogen/belogen/angelogen
            """
        ),
        (
            Friction.MoneyBack,
            """
            geld zurück
            rückerstattung/erstattung/erstattet/rückzahlung/entschädigung
            doppelt/falsch/zweimal (_) abgebucht/berechnet/bezahlt
            abzocke/betrug/betrogen/wucher
            versteckte kosten/gebühren
            """
        ),
        (
            Friction.Effort,
            """
            umständlich/kompliziert/mühsam/bürokratisch/unübersichtlich/aufwendig/aufwändig
            zu viel/viele/viele aufwand/formulare/schritte/klicks/bürokratie
            papierkram
            zeitverschwendung
            nicht einfach/möglich/benutzerfreundlich
            """
        ),
    ];
}
