//! Names that are written in several ways, and short forms of names, as a graph over folded words.
//!
//! Only what the romanisation fold does not bring together stands here. A relation goes both ways. A short form relates to
//! its full forms, never through them to other short forms: Raj and Raju may both be Rajesh without being each other.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::{hash, romanised};

/// How two words are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Two spellings of one name.
    Spelling,
    /// A short or pet form.
    Short,
}

/// Spellings of one name, a group a line.
const SPELLINGS: &str = "
mohammed muhammad mohamed mohammad mohamad muhammed mohamud mahomed mehmet muhamad md mohd mhd mohamet
ahmed ahmad ahamed ahmet ahamad
abdullah abdulla abdallah abdula abdullahi
abdul abdool abdel abd
hussain hussein husain husayn hossain hosein houssein hussin
hassan hasan hasen hassen
yusuf yousef youssef yousif yousaf
ibrahim ebrahim ibraheem ebrahem
ismail ismael esmail ismaeel
khalid khaled
rashid rasheed rashed rachid
saeed said sayeed saied syeed saeid
sheikh shaikh shaik sheik shekh shaykh
syed sayed saiyed sayyid sayyed saiyad syedd
usman osman uthman othman
umar omar omer umer
fatima fathima fatema fatma fatimah
ayesha aisha aysha aishah aicha ayisha
zainab zaynab zeinab zaineb
maryam mariam miriam mariyam maryum
yasmin yasmeen jasmin jasmine yasmine
noor nur nour noora
nasir nasser naseer naser nassir
tariq tarik tareq tarek
faisal faysal feisal faizal
chaudhry chowdhury choudhary chaudhary chowdary choudhury chaudhuri chaudhari chowdhry
rahman rehman rahaman
rafiq rafeeq rafique rafeek
javed javaid jawed javid
khadija khadeeja khadijah kadija
amir aamir ameer emir
karim kareem kerim
jameel jamil jamel
salman selman
suleiman sulaiman suleman sulaman soliman
mustafa mostafa mustapha moustafa
mahmoud mahmood mehmood mahmud
ali aly
hamza hamzah hamzeh
zayed zaid zayd zaied
nahyan nahyaan nehyan
mansour mansoor mansur
jassim jasim qasim kassim kasim gasim
mazrouei mazroui mazrui almazrouei
maktoum maktum makhtoum
qahtani kahtani gahtani
otaibi utaibi oteibi
harbi harby
haddad hadad
khoury khouri khuri kouri
lakshmi laxmi luxmi lakshmy laksmi
vijayalakshmi vijaylakshmi vijayalaxmi vijaylaxmi
venkatesh venkatesan venkatesha vengatesh venkatesshan
venkataraman venkatraman venkatramanan venkatarman
venkata venkat
srinivasan sreenivasan srinivas sreenivas shrinivas srinivasa
subramanian subramaniam subramanyam subrahmanyam subrahmanyan subramanya subramani subrahmanian
krishnan krishna krushna krisnan
ganesh ganesan ganesha
ramesh rameshan ramesha
suresh sureshan suresha
mahesh maheshan mahesha maheswaran
iyer aiyar ayyar aiyer ayer
iyengar ayyangar aiyangar ayengar
pillai pillay pillei
mudaliar mudaliyar mudalier
chettiar chettiyar chetty chetti
naidu nayudu naydu
murthy murti murthi moorthy moorthi murty
krishnamurthy krishnamoorthy krishnamurti krishnamurty krishnamoorthi
sharma sarma sharmma
shastri sastry sastri shastry
agarwal aggarwal agrawal agarwala agrwal
mishra misra
tiwari tewari tiwary tewary
pandey pande pandeya pandye
srivastava shrivastava srivastav shrivastav shriwastava
tripathi tripathy tripati
banerjee bannerjee banerji bandyopadhyay
mukherjee mukerjee mukherji mukhopadhyay mookerjee
chatterjee chatterji chattopadhyay
ganguly ganguli gangopadhyay gangooly
bhattacharya bhattacharjee bhattacharyya bhattacharyaa
chakraborty chakravarty chakrabarti chakrabarty chakravarthy chakravarti
dutta datta dutt dutto
roy ray
bose basu
das dass doss
sen
ghosh ghose
debashish debasish devashish debashis
sourav saurav saurabh sourabh saurab
parekh parikh pareekh
mehta mehtha mehetha
shah sha
bhat bhatt
gaikwad gaekwad gayakwad
chavan chauhan chouhan chowhan
rathore rathod rathor
jadhav jadav jadhao
varma verma vurma
gowda gouda goud gawda
hegde hegade
shetty shetti settee
kulkarni kulkarny culcarni
deshpande deshpandey
joshi jotshi
singh sing simha sinh
sinha singha
ahluwalia walia alluwalia
kaur kour
dhillon dhillan
george jorge
mathew mathews matthew mathai mathews
thomas tomas thomaz
varghese varughese verghese vargese
kurian kuriyan kurien
jacob yacob yakob yaqub yaqoob
joseph josef
philip philips phillip philipose
john jon johann
stephen steven stefan stephan
catherine katherine kathryn catharine katharine katerina kathrine
elizabeth elisabeth elisabet
sara sarah
anna ana anne ann
maria mary marie mariya
nicholas nicolas nikolas
alexander aleksandr alexandre aleksander iskander
michael mikhail michel mikael
peter pieter pedro piotr
geoffrey jeffrey jeffery geoffry
lawrence laurence
philippa phillipa
isabel isabelle isobel isabella
sophia sofia sophie
zoe zoey
chloe khloe
smith smyth smythe
clark clarke
brown browne
thompson thomson
davies davis
reid read reed
stewart stuart
johnson jonson johnston
nielsen nilsen
gonzalez gonzales
sergei sergey serguei
dmitri dmitry dimitri dmitriy
alexei aleksei alexey
yulia julia
natalia natalya nataliya
olga olha
prasad prashad prasath
prashant prashanth prasanth prasant
santosh santhosh santhos
ashok asok ashoka
vishnu bishnu wishnu
rajeev rajiv
sanjeev sanjiv
raghavendra ragavendra raghvendra
chandrashekar chandrasekhar chandrashekhar chandrasekar chandrasekaran
parvathy parvati parvathi
saraswathi saraswati sarasvathi
jyothi jyoti jothi
anitha anita aneeta
sunitha sunita suneeta
savitha savita
kavitha kavita
geetha gita geeta
swathi swati
nithya nitya
vidya vidhya
divya dhivya
aditya adithya aaditya
dinesh dhinesh
sathish satish sateesh
girish gireesh
harish hareesh
naresh nareesh
praveen pravin prabin
naveen navin nabin
ravindra rabindra raveendra
ravindran raveendran
virendra birendra veerendra
vivek bibek
vikram bikram
vinod binod vinodh
vimal bimal
bala
shyam sham syam
sundar sunder
sivakumar shivakumar sivkumar shivkumar
shiva siva shiv
narayanan narayan narayana narain
raghavan raghava
gopal gopalan gopala
kumar kumaar coomar
kumari kumaari
devi debi
thakur tagore takur
";

/// Short and pet forms: the short form first, then what it may stand for.
const SHORT: &str = "
raj rajesh rajendra rajkumar rajan rajeev
raju rajesh rajendra rajan
subbu subramanian subramaniam subbaraman subbaiah
mani subramanian manikandan
venky venkatesh venkataraman venkata venkat
srini srinivasan srinivas
sri srinivas srinivasan sridhar srikanth
gopi gopalakrishnan gopinath gopal
bala balasubramanian balaji balakrishnan
balu balasubramanian balakrishnan balachandran
krish krishnan krishna krishnamurthy
ram ramesh raman ramachandran ramakrishnan
ramu ramesh ramachandran
sanju sanjay sanjeev
vijju vijay
viju vijay vijayan
viji vijayalakshmi vijaya
lachu lakshmi
lachchu lakshmi
meena meenakshi
meenu meenakshi meena
sid siddharth siddhartha
abhi abhishek abhijit abhinav abhilash
adi aditya
priya priyanka
guri gurpreet gurinder
gary gurpreet
harry harpreet harish harinder harold henry
manny manpreet manuel
jassi jaspreet jaswinder jaswant
jas jaspreet
preeti harpreet
mo mohammed mohamed mahmoud
abdu abdullah abdulrahman
abu abubakar
raghu raghavendra raghunath raghavan
chandru chandrashekar chandran
deb debashish debabrata
ani anirban anirudh aniruddha aniket
nik nikhil nikita nicholas
nikki nikita nikhila nicole
karthi karthik
kartik karthikeyan
ash ashwin ashish ashley
ashu ashutosh ashish
anu anuradha anupama anusha
sandy sandeep alexandra sandra
pintu pradeep
bunty bharat
sunny sunil
santy santosh
sethu sethuraman
sundar sundaram sundararajan
shankar sankaranarayanan ramashankar
shiv shivakumar
lalli lalitha
gita sangeetha
radha radhika
raji rajeshwari rajalakshmi rajeswari
kamal kamalakannan
mike michael
mick michael
bob robert
rob robert
bobby robert
bert robert albert
robbie robert
bill william
will william
billy william
willie william
liam william
andy andrew anand
drew andrew
dan daniel
danny daniel
steve stephen steven
jen jennifer
jenny jennifer
liz elizabeth
lizzie elizabeth
beth elizabeth bethany
betty elizabeth
eliza elizabeth
lisa elizabeth
tom thomas
tommy thomas
matt matthew mathew
joe joseph
joey joseph
georgie george georgina
jim james
jimmy james
jamie james
jack john jackson
johnny john
jon jonathan
nate nathan nathaniel
nat nathan natalie nathaniel
chris christopher christine christina christian
kris kristopher kristina
tina christina martina
kit christopher
dick richard
rick richard
ricky richard
rich richard
dave david
davy david
ed edward edwin edmund
eddie edward
ted edward theodore
ned edward
teddy theodore edward
theo theodore
frank francis franklin
fran frances francesca
fred frederick alfred
freddie frederick
greg gregory
harriet henrietta
hal harold henry
ken kenneth
kenny kenneth
larry lawrence
len leonard
leo leonard leonardo
max maxwell maximilian
meg margaret megan
maggie margaret
peggy margaret
rita margaret
greta margaret
molly mary
polly mary
nell eleanor helen
nellie eleanor helen
ellie eleanor elizabeth ellen
nora eleanor
pat patrick patricia
paddy patrick
pete peter
phil philip
ron ronald
ronnie ronald
sam samuel samantha
sammy samuel
sandra alexandra
alex alexander alexandra
al albert alan alexander
bertie albert
sue susan suzanne
susie susan
tim timothy
tony anthony antony
val valerie valentine
vic victor victoria
vicky victoria
walt walter
wendy gwendolyn
zack zachary
zach zachary
becky rebecca
becca rebecca
barb barbara
ben benjamin benedict
benny benjamin
cathy catherine
kate catherine katherine
katie catherine katherine
kathy katherine
charlie charles charlotte
chuck charles
lottie charlotte
cindy cynthia
deb deborah
debbie deborah
dot dorothy
ella isabella eleanor gabriella
bella isabella
izzy isabella isabel
evie eve evelyn
gabe gabriel
gabby gabriella
gina georgina regina
ginny virginia
jess jessica
jo joanna joanne josephine
josie josephine
josh joshua
judy judith
kim kimberly
lou louis louise
lexi alexandra alexis
mandy amanda
marty martin
mel melanie melissa
millie amelia mildred emily
mia maria amelia
nick nicholas dominic
ollie oliver olivia
liv olivia
rosie rose rosemary
russ russell
stan stanley
stu stuart
terry terence theresa
tess theresa
tracy theresa
pepe jose
paco francisco
pancho francisco
lupe guadalupe
chema jose
manolo manuel
sasha alexander alexandra
misha mikhail
katya ekaterina
tanya tatiana
natasha natalia
volodya vladimir
kolya nikolai
ivan john
";

type Graph = HashMap<u64, Vec<(u64, Relation)>>;

fn graph() -> &'static Graph {
    static GRAPH: OnceLock<Graph> = OnceLock::new();
    GRAPH.get_or_init(|| {
        let mut graph = Graph::new();
        let mut link = |a: &str, b: &str, relation: Relation| {
            let (ka, kb) = (key(a), key(b));
            if ka == kb {
                return;
            }
            for (from, to) in [(ka, kb), (kb, ka)] {
                let links = graph.entry(from).or_default();
                match links.iter_mut().find(|(other, _)| *other == to) {
                    Some(found) => found.1 = found.1.min(relation),
                    None => links.push((to, relation)),
                }
            }
        };
        for line in SPELLINGS.lines() {
            for a in line.split_whitespace() {
                for b in line.split_whitespace() {
                    link(a, b, Relation::Spelling);
                }
            }
        }
        for line in SHORT.lines() {
            let mut words = line.split_whitespace();
            if let Some(short) = words.next() {
                for full in words {
                    link(short, full, Relation::Short);
                }
            }
        }
        graph
    })
}

/// What a word is known by in the graph: its romanised form, so that every spelling the fold knows is one node.
#[must_use]
pub fn key(word: &str) -> u64 {
    hash(romanised(word).as_bytes())
}

/// The neighbours of a word, by key.
#[must_use]
pub fn relations_of(key: u64) -> &'static [(u64, Relation)] {
    graph().get(&key).map_or(&[], Vec::as_slice)
}

/// How two keys are related.
#[must_use]
pub fn related(a: u64, b: u64) -> Option<Relation> {
    relations_of(a).iter().find(|(other, _)| *other == b).map(|(_, relation)| *relation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_go_both_ways_and_short_forms_do_not_meet() {
        let is = |a: &str, b: &str| related(key(a), key(b));
        assert_eq!(is("mohammed", "md"), Some(Relation::Spelling));
        assert_eq!(is("md", "mohammed"), Some(Relation::Spelling));
        assert_eq!(is("subbu", "subramanian"), Some(Relation::Short));
        assert_eq!(is("bob", "rob"), None);
        assert_eq!(is("ramesh", "suresh"), None);
    }
}
