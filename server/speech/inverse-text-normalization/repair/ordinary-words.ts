/**
 * Words that people say to a shop every day, in their base forms. Where one of them was heard it was very likely said,
 * however much it sounds like a product: "disk" stays, "share" is no chair.
 */
const words = `
a able about above accept access account across actually add address after again against ago agree ahead air all allow
almost alone along already also although always am among amount an and angry another answer any anybody anymore anyone
anything anyway anywhere apart apparently appear apply appreciate are area around arrive as ask at available away awful
baby back bad bag bake bakery bank bar base basic basket bath be bear beat beautiful because become been before begin behind
believe belong below beside best bet better between beyond big bill bit bite black blue body bolt book border boss both
bother bottle bottom bought box boy brand brave break breath bring broke broken brother brought brown build bunch burn
bus business busy but button buy by call calm came camera can cancel cannot car card care carpet carry case cash catch
cause cent centre certain chain chair chance change charge cheap cheat check cheer cheese child choice choose city class
clean clear click close cloth code coffee cold collect colour come company complain complete computer condition confirm
connect contact cook cool copy corner correct cost could count country couple course cover crack crazy credit cross cup
current customer cut dad damage dare dark date daughter day dead deal dear decide deep deliver deny depend describe
desk detail device did die differ different difficult dinner direct dirty discount dish disk do does dog dollar done
door dot doubt down draw dream dress drink drive drop dry due during dusk dust each ear early earn earth ease east easy eat
edge eight either else email empty end enjoy enough enter entire error especially even evening ever every everybody
everyone everything exact excellent except exchange excuse expect expensive explain extra eye face fact fair fall
family far fast father fault favour feature feel feet few field fight figure fill final find fine finger finish fire
first fit five fix flat flight floor fly follow food foot for force forget form forward found four free fresh friday
friend from front frustrate full fun funny furious further future garden gas gave gentle get gift girl give glad glass
go god gone good got grade grand great green grey ground group grow guess guest guide guy had hair half hall hand happen happy
hard has hate have he head heal hear heart heat heavy held hello help her here hers hi high him his hit hold hole home
honest honey hope horrible hot hour house how however huge human hundred hurry hurt husband i idea if ill imagine
important in include indeed info inside instead insurance interest into invoice is issue it item its job join joke july
june just keep kept key kid kind king kitchen knew know lack lady lamb land language large last late lately later laugh
law lead learn least leather leave led left leg less let letter level life lift light like limp line link list listen
little live local lock long look loose lose lost lot loud love low luck lucky lump machine mad made mail main make man
manage manager many march mark market match material matter may maybe me mean measure meet mend mention mess message met
metal method middle might mile milk mind mine minute mirror miss mistake moment monday money monitor month more morning most mother
move much mum music must my myself name near nearly neat need neighbour neither never new next nice night nine no nobody
none noon nor normal north not note nothing notice now number object obvious of off offer office often oh ok okay old on
once one online only open option or orange order other our out outside over own pack package page paid pain paint pair
paper parcel pardon parent park part party pass past patient pay pen people percent perfect perhaps person phone
photo pick picture piece pink place plain plan plane plate play please plenty plug plus point poor possible post pound
power prefer press pretty previous price problem process product promise proper provide pull purchase purple push put
quality question quick quiet quite rain raise ran rang rate rather raw reach read ready real really reason receipt receive
recent recommend red refund refuse regular rely remain remember remove repair repeat replace reply report request rest
return review rid ride right ring road room rough round route rubbish run rush sad safe said sale same sand sat satisfied saturday save
saw say school screen screw search seat second secure see seem seen sell send sense sent separate serious serve service
set seven several shake shame shape share sharp she sheet shelf ship shipment shock shop short should show shut sick
side sign silly similar simple since single sir sit six size sleep slow small smart smell so soft sold some somebody someone
something sometime son soon sorry sort sound south space spare speak special speed spend spoke stable staff stand start
state statement stay step still stock stole stood stop store story straight strange street strong stuck stuff stupid
such suggest suit summer sun sunday support suppose sure surprise switch table tail take talk tall tea teach team tell ten
terrible test than thank that the their them then there these they thick thin thing think third this those though
thought thousand three through throw thursday tie tight till time tip tired to today together told tomorrow tonight too
took tool top total touch toward town toy track trade train treat tree trouble true trust try tuesday turn twice two type
ugly under understand unfortunate until up update upon upset us use usual value very view visit voice wait walk wall
want warehouse warm warn was wash waste watch water way we wear weather website wednesday week weekend weight well went
were west wet what whatever wheel when where whether which while white who whole whom whose why wide wife will win window winter
wish with within without woman wonder wood word wore work world worry worse worst worth would write writer wrong wrote yeah year
birch callback double edit expire fee first lemon monetary oven project rebate reorder sell situation sneaker speech steal steel
swap treasury truck yellow yes yesterday yet you young your yourself zero
`;
const ordinary = new Set(words.trim().split(/\s+/));

/** An ending and what the base form has in its place. */
const endings: [RegExp, string][] = [
  [/(?:'s|s|es|ed|ing|ly|er|n't|'m|'re|'ve|'ll|'d)$/, ''],
  [/(?:s|d)$/, ''],
  [/(?:ing|er)$/, 'e'],
  [/i(?:es|ed|er|ly)$/, 'y'],
  [/([bdgmnprt])\1(?:ed|ing|er)$/, '$1'],
];

/** @param word lower case. */
export const isOrdinary = (word: string): boolean =>
  ordinary.has(word) ||
  endings.some(([ending, base]) => ending.test(word) && ordinary.has(word.replace(ending, base)));
