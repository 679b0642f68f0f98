//! Names by community, so that given and family names fit each other and the place.

use crate::draw::Draw;

/// Whose names they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Community {
    Bengali,
    Marwari,
    Gujarati,
    Punjabi,
    Marathi,
    Southern,
    Muslim,
    Gulf,
    Western,
    Chinese,
}

/// How somebody is addressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Female,
    Male,
}

impl Gender {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Female => Self::Male,
            Self::Male => Self::Female,
        }
    }
}

struct Pool {
    female: &'static [&'static str],
    male: &'static [&'static str],
    family: &'static [&'static str],
}

macro_rules! pool {
    ($female:literal $male:literal $family:literal) => {
        Pool { female: &words!($female), male: &words!($male), family: &words!($family) }
    };
}

/// The words of a literal, one for each `|`.
macro_rules! words {
    ($text:literal) => {{
        const COUNT: usize = count($text);
        const WORDS: [&str; COUNT] = split::<COUNT>($text);
        WORDS
    }};
}

const fn count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut n, mut at) = (1, 0);
    while at < bytes.len() {
        if bytes[at] == b'|' {
            n += 1;
        }
        at += 1;
    }
    n
}

const fn split<const N: usize>(text: &'static str) -> [&'static str; N] {
    let mut out = [""; N];
    let mut rest = text;
    let mut n = 0;
    while n < N {
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() && bytes[end] != b'|' {
            end += 1;
        }
        let (word, after) = rest.split_at(end);
        out[n] = word;
        rest = if after.is_empty() { after } else { after.split_at(1).1 };
        n += 1;
    }
    out
}

impl Community {
    fn pool(self) -> &'static Pool {
        match self {
            Self::Bengali => &BENGALI,
            Self::Marwari => &MARWARI,
            Self::Gujarati => &GUJARATI,
            Self::Punjabi => &PUNJABI,
            Self::Marathi => &MARATHI,
            Self::Southern => &SOUTHERN,
            Self::Muslim => &MUSLIM,
            Self::Gulf => &GULF,
            Self::Western => &WESTERN,
            Self::Chinese => &CHINESE,
        }
    }

    pub fn given(self, gender: Gender, draw: &mut Draw) -> &'static str {
        let pool = self.pool();
        draw.word(match gender {
            Gender::Female => pool.female,
            Gender::Male => pool.male,
        })
    }

    pub fn family(self, draw: &mut Draw) -> &'static str {
        draw.word(self.pool().family)
    }

    /// What is spoken at home, mostly.
    pub fn language(self) -> &'static str {
        match self {
            Self::Bengali => "Bengali",
            Self::Marwari => "Hindi",
            Self::Gujarati => "Gujarati",
            Self::Punjabi => "Punjabi",
            Self::Marathi => "Marathi",
            Self::Southern => "Kannada",
            Self::Muslim => "Urdu",
            Self::Gulf => "Arabic",
            Self::Western => "English",
            Self::Chinese => "Mandarin",
        }
    }

    pub fn is_indian(self) -> bool {
        !matches!(self, Self::Gulf | Self::Western | Self::Chinese)
    }
}

static BENGALI: Pool = pool!(
    "Ananya|Aparajita|Debjani|Indrani|Ishani|Madhurima|Mousumi|Nandini|Paramita|Piyali|Rina|Ritwika|Rupsha|Sanchita|Sharmistha|Shreya|Sohini|Srabani|Sudeshna|Sunetra|Swagata|Tanushree|Titas|Urmila"
    "Abhirup|Anirban|Arindam|Arka|Biswajit|Debashis|Dipankar|Gautam|Indranil|Joydeep|Kaushik|Kunal|Mainak|Nilanjan|Partha|Prasenjit|Pratik|Rajat|Ritam|Sandip|Saurav|Soumya|Subhankar|Tathagata"
    "Banerjee|Basu|Bhattacharya|Bose|Chakraborty|Chatterjee|Chowdhury|Das|Dasgupta|Datta|Dey|Ganguly|Ghosh|Guha|Kar|Kundu|Lahiri|Majumdar|Mitra|Mukherjee|Nandi|Pal|Roy|Sarkar|Sen|Sengupta|Sinha|Talukdar"
);
static MARWARI: Pool = pool!(
    "Aarti|Anjali|Archana|Bhawna|Chhaya|Divya|Garima|Kavita|Khushboo|Kusum|Lata|Manju|Megha|Neelam|Payal|Pooja|Prerna|Rashmi|Ritu|Saroj|Shilpa|Sunita|Swati|Vandana"
    "Aditya|Ajay|Alok|Anand|Ashish|Deepak|Dinesh|Gaurav|Govind|Harsh|Jitendra|Lalit|Mahavir|Manish|Mohit|Naveen|Nikhil|Pankaj|Pawan|Rohit|Sandeep|Sanjay|Vikas|Vivek"
    "Agarwal|Bagaria|Bajoria|Bansal|Bhartia|Birani|Chamaria|Daga|Dalmiwal|Didwania|Garg|Goenkari|Gupta|Jain|Jalan|Jhunjhuni|Kanodia|Kejriwar|Khaitani|Khemka|Lohia|Maheshwari|Mittal|Modani|Poddar|Rungta|Saraf|Singhania"
);
static GUJARATI: Pool = pool!(
    "Ami|Avani|Bhavna|Bijal|Charmi|Dhara|Falguni|Heena|Hetal|Janki|Jigna|Kinjal|Komal|Krupa|Mittal|Nehal|Nirali|Pinal|Purvi|Rinku|Sejal|Sonal|Toral|Vaishali"
    "Bhavesh|Chirag|Darshan|Dhaval|Hardik|Hemal|Hiren|Hitesh|Jatin|Jignesh|Kalpesh|Ketan|Kirit|Mehul|Mitesh|Nilesh|Parag|Parth|Piyush|Rakesh|Samir|Tejas|Umesh|Viral"
    "Amin|Bhatt|Chokshi|Contractor|Dalal|Desai|Dholakia|Doshi|Gandhi|Jariwala|Jhaveri|Joshi|Kapadia|Kothari|Mehta|Modi|Nanavati|Pandya|Parekh|Parikh|Patel|Sanghvi|Shah|Sheth|Soni|Thakkar|Vakil|Vora"
);
static PUNJABI: Pool = pool!(
    "Amrita|Baljit|Divjot|Gurleen|Harleen|Harpreet|Ishleen|Jasleen|Jaspreet|Kiran|Kulwinder|Manpreet|Mehak|Navneet|Prabhjot|Pritam|Rajwinder|Rupinder|Sandeep|Simran|Sukhmani|Tanvir|Tarleen|Veena"
    "Amarjit|Arjan|Balraj|Davinder|Gagandeep|Gurpreet|Harjit|Harmeet|Hardeep|Inderjit|Jagdeep|Jasbir|Karan|Kulbir|Mandeep|Navjot|Onkar|Paramjit|Rajbir|Ranjit|Sartaj|Satnam|Tejinder|Yuvraj"
    "Ahluwalia|Anand|Bajwa|Bedi|Bhalla|Chadha|Chawla|Chopra|Dhillon|Gill|Grewal|Kapoor|Khanna|Khurana|Kohli|Luthra|Malhotra|Mehra|Nanda|Oberai|Sahni|Sandhu|Sethi|Sodhi|Suri|Talwar|Walia|Wadhwa"
);
static MARATHI: Pool = pool!(
    "Aditi|Ashwini|Gauri|Ketaki|Leena|Madhavi|Manasi|Medha|Mrunal|Neha|Pallavi|Prajakta|Radhika|Revati|Rohini|Rucha|Sai|Sayali|Shalaka|Shubhangi|Sneha|Snehal|Tejaswini|Vidya"
    "Abhijit|Ajinkya|Amol|Aniket|Atul|Chinmay|Girish|Hrishikesh|Kedar|Mandar|Milind|Nachiket|Ninad|Omkar|Prasad|Rohan|Sachin|Sagar|Shantanu|Shirish|Siddharth|Swapnil|Tushar|Yogesh"
    "Apte|Bapat|Bhide|Chavan|Chitnis|Dandekar|Deshmukh|Deshpande|Gadgil|Gokhale|Jadhav|Joglekar|Kale|Kelkar|Kulkarni|Limaye|More|Naik|Nene|Pai|Patil|Phadke|Ranade|Sane|Sawant|Shinde|Tambe|Vaidya"
);
static SOUTHERN: Pool = pool!(
    "Aishwarya|Anitha|Bhavani|Chitra|Deepa|Divya|Gayathri|Hema|Indira|Jyothi|Kavya|Lakshmi|Latha|Meenakshi|Nithya|Padma|Pavithra|Priya|Ramya|Revathi|Shobha|Sowmya|Sudha|Vidhya"
    "Anand|Arun|Ashwin|Balaji|Bharath|Dinesh|Ganesh|Hari|Karthik|Kiran|Madhav|Manoj|Mohan|Naveen|Prakash|Praveen|Raghav|Ramesh|Sathish|Srinivas|Sudhir|Suresh|Venkatesh|Vinod"
    "Acharya|Bhat|Gowda|Hegde|Iyengar|Iyer|Kamath|Krishnan|Kumar|Menon|Murthy|Nair|Nambiar|Narayanan|Pillai|Prabhu|Raghavan|Raman|Rao|Reddy|Shenoy|Shetty|Srinivasan|Subramanian|Swamy|Upadhya|Varma|Venkataraman"
);
static MUSLIM: Pool = pool!(
    "Afreen|Aisha|Alina|Ayesha|Farah|Farheen|Fatima|Hina|Iram|Kausar|Lubna|Mariam|Nazia|Nida|Rabia|Rukhsar|Saba|Sadaf|Salma|Sana|Shabana|Shazia|Tabassum|Zoya"
    "Aamir|Adil|Arif|Asif|Danish|Faisal|Farhan|Imran|Irfan|Junaid|Kabir|Kamran|Mazhar|Nadeem|Naveed|Rizwan|Sajid|Salim|Shahid|Tariq|Usman|Wasim|Yusuf|Zaheer"
    "Ahmed|Ali|Ansari|Baig|Chishti|Farooqui|Haque|Hussain|Ishaq|Jamal|Kazmi|Khan|Kidwai|Malik|Merchant|Mirza|Nawab|Naqvi|Qadri|Qureshi|Rehman|Rizvi|Sayeed|Sheikh|Siddiqui|Usmani|Warsi|Zaidi"
);
static GULF: Pool = pool!(
    "Afra|Alia|Amal|Amna|Dana|Eman|Fatma|Ghada|Hessa|Huda|Jawaher|Khawla|Lamia|Latifa|Maha|Maryam|Mona|Noura|Rania|Reem|Salama|Shaikha|Shamma|Wafa"
    "Abdulla|Ahmad|Ali|Badr|Faisal|Fahad|Ghanim|Hamad|Hassan|Ibrahim|Jassim|Khalid|Majid|Mansour|Mohammed|Nasser|Omar|Rashid|Saeed|Saif|Salem|Sultan|Yousef|Zayed"
    "Al Ameri|Al Awadhi|Al Balushi|Al Blooshi|Al Dhaheri|Al Falasi|Al Ghurair|Al Habtoor|Al Hammadi|Al Hashimi|Al Kaabi|Al Ketbi|Al Mansoori|Al Marri|Al Marzooqi|Al Mazrouei|Al Muhairi|Al Naqbi|Al Neyadi|Al Qasimi|Al Rumaithi|Al Shamsi|Al Suwaidi|Al Tayer|Al Zaabi|Haddad|Khoury|Saleh"
);
static WESTERN: Pool = pool!(
    "Alice|Beatrice|Caroline|Charlotte|Clara|Eleanor|Emma|Fiona|Grace|Hannah|Helen|Isabel|Julia|Katharine|Laura|Lucy|Margaret|Nina|Olivia|Rachel|Sarah|Sophie|Victoria|Zoe"
    "Adam|Alexander|Andrew|Benjamin|Charles|Daniel|David|Edward|George|Henry|Hugo|Jack|James|Jonas|Leo|Lucas|Mark|Martin|Oliver|Patrick|Philip|Simon|Thomas|William"
    "Abbott|Bennett|Brandt|Carter|Coleman|Dawson|Ellis|Fischer|Foster|Graham|Hartley|Hughes|Jansen|Keller|Lambert|Lawson|Mercer|Morgan|Novak|Palmer|Reid|Rossi|Schneider|Sutton|Turner|Vance|Walsh|Weber"
);
static CHINESE: Pool = pool!(
    "Ai Ling|Bee Hwa|Chia Hui|Fang Yi|Hui Min|Jia Yi|Jing Wen|Kai Xin|Li Ting|Mei Ling|Min Yi|Pei Shan|Qi Hui|Shu Fen|Siew Lian|Su Yin|Wan Ting|Wei Ling|Xin Yi|Xue Li|Ya Hui|Yi Ling|Yu Qi|Zi Xuan"
    "Boon Keng|Chee Meng|Chong Wei|Guo Hao|Hock Seng|Jia Hao|Jun Jie|Jun Wei|Kah Wai|Kok Leong|Li Wei|Ming Jie|Peng Fei|Ren Jie|Seng Huat|Shao Wei|Teck Soon|Wei Jie|Wei Ming|Yi Xiang|Yong Sheng|Zhi Hao|Zhi Wei|Zi Yang"
    "Ang|Chan|Chen|Cheng|Chia|Chng|Chua|Goh|Ho|Koh|Kwek|Lee|Leong|Lim|Lin|Loh|Low|Neo|Ng|Ong|Phua|Seah|Sim|Tan|Tay|Teo|Wong|Yeo"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pool_is_whole() {
        for pool in [&BENGALI, &MARWARI, &GUJARATI, &PUNJABI, &MARATHI, &SOUTHERN, &MUSLIM, &GULF, &WESTERN, &CHINESE] {
            for words in [pool.female, pool.male, pool.family] {
                assert!(words.len() >= 24, "{words:?}");
                assert!(words.iter().all(|word| word.starts_with(char::is_uppercase)), "{words:?}");
            }
        }
    }
}
