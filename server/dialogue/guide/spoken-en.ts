import type { Said } from './command.ts';

const again = '(?:again|once more|one more time)';
const thing = '(?:it|this|that|this one|that one|the thing)';
const nextStep = '(?:the )?next(?: step| one| part)?';
const lastStep = '(?:the )?(?:previous|step before|one before)(?: step| one)?';
const fastener =
  '(?:screws?|bolts?|dowels?|pins?|pegs?|fasteners?|fittings?|nails?|cam (?:bolts?|locks?)|plugs?|washers?|cables?)';
const use = '(?:do|should|will|must|would|can) (?:i|we|you) (?:need|use|want|take|get)';
const here = '(?: (?:for|in|on|at|with)? ?(?:this|that|here|the)(?: step| one| part| bit)?)?';

/** Whole utterances, without the courtesy around them. */
export const english: Readonly<Record<Said, readonly string[]>> = {
  next: [
    nextStep,
    `(?:go|move|go on|move on|take me|skip|on)(?: on)? to ${nextStep}`,
    `(?:show me|what'?s|what is|give me|read|read me|tell me|do) ${nextStep}`,
    "what(?:'s| is| comes| do (?:i|we) do) next|what now|now what|and now",
    '(?:go|move) (?:on )?forward|forward|onwards?|proceed|skip(?: it| this| this step| ahead)?',
    "(?:(?:i'?m|i am|we'?re|we are|that'?s|that is|it'?s|all|i have|i've) )*(?:done|finished|ready)(?: (?:with )?(?:this|that|it|here|this step|this one|that step|to go on|to start))?",
    'start(?: building| the build| the guide| with step one)?|begin(?: building)?|go|start with the first step',
  ],
  back: [
    '(?:go |step |take me |move |one step |one )?back(?:wards?)?(?: (?:one|a|one step|a step|once|up))?',
    `(?:(?:go|take me)(?: back)? to |back to |show me |what was |read )?${lastStep}`,
    'undo(?: that| it)?|return|one step back|(?:back to|what was) the last (?:step|one)',
  ],
  repeat: [
    `repeat(?: (?:the|this|that|it|last|current|step|one))*(?: ${again})?`,
    `${again}|(?:do|play|show|read|run) (?:me )?(?:${thing} |the step |this step )?${again}`,
    `(?:show|tell|read) me (?:${thing} |the step |this step |how )?${again}`,
    'play (?:it|that|the step|the animation)|read (?:it|this|that|the step|this step)(?: out| aloud| to me)?',
    "what(?:'s| is| was) (?:this|the) step(?: about| again)?|what do (?:i|we) (?:have to )?do(?: now| here| in this step)?",
    'how do (?:i|we) do (?:this|that|it)(?: step)?|show me how|explain(?: it| this| that| this step| the step)?(?: again)?',
  ],
  restart: [
    '(?:start|begin|do|build)(?: (?:it|this|everything|all|the guide|me))? (?:over|again from the (?:start|beginning)|afresh|from scratch|from the (?:very )?(?:start|beginning|top)|all over)(?: again)?',
    'restart(?: (?:it|the guide|everything))?|reset(?: (?:it|the guide|everything))?|from the (?:top|start|beginning)|start again',
  ],
  time: [
    "how (?:long|much time|many minutes|much longer|much more time|long more)(?: (?:is|are|do (?:i|we) have|have (?:i|we) got|does|will|it|this|that|there|going|be|the|rest|step|guide|one|whole|thing|have|got|we|i|to|'s|still))* ?(?:left|take|to go|remaining|last|need|needed|longer|more)?(?: now| in total| altogether)?",
    "(?:(?:what(?:'s| is)|tell me) )?(?:the )?(?:time left|time remaining|remaining time)|how much is left|how much (?:more|longer)|what(?:'s| is) left",
    '(?:when (?:will|am|are|is) (?:i|we|it|this)(?: be)? (?:done|finished|ready))|(?:am i|are we|is it) (?:nearly|almost) (?:done|there|finished)',
  ],
  tools: [
    `(?:what|which)(?: kind of| sort of)? tools?(?: (?:${use}|is (?:it|needed|next|that|used)|are needed|for this|i need|we need|now|next|here))?${here}`,
    `(?:what|which) (?:${use})${here}|${use.replace('(?:i|we|you)', '(?:i|we)')} (?:a |an |any |some |the )?(?:tools?|screwdriver|hammer|mallet|drill|(?:hex|allen|alan) key|spirit level)${here}`,
    'tools?|(?:show|tell) me (?:the |what |which )?tools?(?: i need)?',
  ],
  fasteners: [
    `(?:what|which|how many)(?: kind of| of the)? ${fastener}(?: (?:${use}|is it|are (?:there|needed)|go(?:es)? (?:in|here|there|where|into it)|i need|we need|now|next|here))?${here}`,
    `(?:show me|where are) (?:the )?${fastener}|${fastener}`,
  ],
  where: [
    '(?:where|how far) (?:am i|are we|was i|were we)(?: now| along| at)?|how far(?: along)?(?: (?:am i|are we))?',
    "(?:which|what) (?:step|number)(?: number)?(?: (?:is (?:this|it|that)|am i (?:on|at|in)|are we (?:on|at|in)|was (?:that|i on)))?|what(?:'s| is) the step number",
    'how many (?:more )?steps?(?: (?:are|is|do (?:i|we) have|have (?:i|we) got))?(?: (?:there|left|to go|remaining|in total|more))*',
  ],
  stuck: [
    "(?:(?:i'?m|i am|we'?re|we are|i got|i've got|it'?s|it is|sorry) )?(?:(?:completely|totally|a bit|so|really|still|again|kind of|quite) )*stuck(?: (?:here|again|now|on this|with this|at this|on it)(?: step| one| part)?)?",
    '(?:i (?:need|want|could use|need some|want some|need a little) )?help(?: me| us)?(?: (?:here|out|with (?:this|it|that)(?: step)?|on this(?: step)?))?',
    "(?:it|this|that|they|this one|this part|the part|the screw|the hole|these)(?: (?:just|still|really|simply))? (?:doesn'?t|does not|won'?t|will not|isn'?t|is not|don'?t|aren'?t|can'?t)(?: (?:want to|quite|seem to))? (?:fit|fitting|work|working|go in|going in|click|hold|line up|lining up|budge|turn|close|match|hold|stay|reach)(?: (?:in|here|there|together|right|properly|at all|anymore|into the hole|the hole))*",
    "(?:i|we) (?:can'?t|cannot|can not|couldn'?t|don'?t know how to)(?: (?:seem to|really))? (?:do|get|figure|make|fit|work|manage|find)(?: (?:it|this|that|this step|this part|this one))(?: (?:out|in|on|to|work|fit|right|done|together))*",
    "(?:i|we) (?:don'?t|do not) (?:understand|get it|get this|get that|know what to do|know how)(?: (?:this|it|that|this step|the step|here))*",
    "what(?:'s| is| am i doing| are we doing| did i do| have i done) (?:going )?wrong|something(?:'s| is| went) wrong(?: here)?|what (?:can go|goes|usually goes) wrong(?: here)?|common mistakes|i have a problem(?: here| with this(?: step)?)?|why (?:doesn'?t|won'?t|does|isn'?t) (?:it|this)(?: not)? (?:fit|work|go in|close|hold|fitting|working)",
  ],
  pause: [
    'pause(?: (?:it|this|the guide|for now|here|for a (?:moment|minute|second|bit|while)))?',
    "(?:(?:i need|i want|we need|i'?ll|i will|we'?ll|i'?m going|time)(?: to)? )?(?:take|have|taking|having)? ?(?:a|five|ten|a short|a little|a quick) (?:break|rest|pause)",
    "stop(?: (?:here|it here|for now|the guide|for today|for a (?:moment|minute|while|bit)))?|break time|that'?s (?:it|enough) for (?:today|now)|(?:take|give me) (?:five|ten|a few) minutes?",
  ],
  continue: [
    "(?:go|carry|move) on(?: with (?:it|the guide|the build))?|continue|keep going|go ahead|unpause|resume(?: (?:it|the guide))?|(?:i'?m|i am|we'?re|we are) back(?: again)?|where were we|pick up where (?:i|we) (?:left off|were)",
  ],
  person: [
    "(?:(?:i want|i need|i'?d like|get me|give me|let me|connect me)(?: to)? )?(?:(?:talk|speak|call|chat)(?: (?:to|with))? )?(?:me )?(?:a |an |some |your )?(?:human|real person|person|human being|human agent|agent|somebody|someone|colleague|technician|staff|support)(?: (?:to help(?: me)?|who can help|there))?",
  ],
};

/** Ways to ask for a part to be pointed at; the part's name stands where "(.+)" does. */
export const englishShow: readonly string[] = [
  '(?:show|find|see|highlight|flash|light up|point out)(?: me)?(?: where)? (.+?)(?: (?:is|looks? like|again|goes|go))?',
  'point (?:at|to) (.+)|look at (.+)|let me see (.+)|describe (.+)|tell me about (.+)|what about (.+)',
  "where(?:'s| is| are| does| do) (.+?)(?: go)?|which(?: (?:one|part|piece|of these|of them))?(?:'s| is| are) (.+)|which ((?:one|part|piece)s? (?:do|should|will) .+)",
  "what(?:'s| is| are| does| do) (.+?)(?: looks?)? ?(?:like)?|(.+) (?:looks? like|which one)",
];

export const englishSize: readonly string[] = [
  "how (?:big|large|wide|tall|long|high|deep|thick|small)(?:'s| is| are| does| should) (.+?)(?: be)?",
  "(?:what(?:'s| is| are) )?(?:the )?(?:dimensions?|measurements?|sizes?|width|height|depth|length|thickness)(?: of (.+))?",
  'what size(?: is| are| does)? (.+)|how big|measure (.+)|(.+) (?:dimensions?|measurements?|size)',
];

/** Ways to ask for a step; its number or words stand where "(.+)" does. */
export const englishGo: readonly string[] = [
  '(?:go|jump|skip|move|take me|bring me|get me|switch|i want to go)(?: straight| right| back| forward| ahead| over)* to (.+)',
  '(?:back|on|forward) to (.+)|(?:open|start with|do|start at|start from) (step .+)|(?:show me |read |read me )?(step (?:number )?\\w+)|(?:show me )?(the \\w+ step)|(?:show me |find )(the step .+|where .+ go(?:es)? (?:on|in))',
];
