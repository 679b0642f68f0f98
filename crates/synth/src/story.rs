//! What happened with a client and when: where they stand, their deals, and when somebody was in touch.

use crate::calendar::{When, day, days};
use crate::draw::{Draw, Topic};
use crate::person::{COHORT, adviser_of_cohort};

/// Where somebody stands with the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    NewLead,
    Nurture,
    Looking,
    Negotiating,
    Booked,
    Past,
    Lost,
    Dropped,
    Adviser,
}

impl Standing {
    const ALL: [(Self, u64); 8] = [
        (Self::NewLead, 14),
        (Self::Nurture, 22),
        (Self::Looking, 20),
        (Self::Negotiating, 8),
        (Self::Booked, 10),
        (Self::Past, 8),
        (Self::Lost, 9),
        (Self::Dropped, 6),
    ];

    /// How often one is in touch with them, of a hundred for the average client.
    fn share(self) -> i64 {
        match self {
            Self::NewLead => 30,
            Self::Nurture => 70,
            Self::Looking => 113,
            Self::Negotiating => 185,
            Self::Booked => 195,
            Self::Past => 123,
            Self::Lost => 103,
            Self::Dropped => 41,
            Self::Adviser => 62,
        }
    }

    /// The lifecycle stage and the lead status.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NewLead => ("Lead", "New"),
            Self::Nurture => ("Lead", "Nurturing"),
            Self::Looking => ("Prospect", "Qualified"),
            Self::Negotiating => ("Opportunity", "Negotiation"),
            Self::Booked => ("Client", "Booked"),
            Self::Past => ("Past client", "Closed"),
            Self::Lost => ("Lost", "Lost"),
            Self::Dropped => ("Dormant", "Unqualified"),
            Self::Adviser => ("Partner", "Partner"),
        }
    }

    pub fn is_open(self) -> bool {
        matches!(self, Self::NewLead | Self::Nurture | Self::Looking | Self::Negotiating)
    }
}

/// A step of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Enquiry,
    Qualified,
    Visit,
    Negotiation,
    Booking,
    Won,
    Lost,
}

impl Stage {
    const LADDER: [Self; 6] =
        [Self::Enquiry, Self::Qualified, Self::Visit, Self::Negotiation, Self::Booking, Self::Won];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Enquiry => "New enquiry",
            Self::Qualified => "Qualified",
            Self::Visit => "Site visit",
            Self::Negotiation => "Negotiation",
            Self::Booking => "Booking",
            Self::Won => "Won",
            Self::Lost => "Lost",
        }
    }

    /// How likely a deal of this stage comes off, of a hundred.
    pub fn probability(self) -> i64 {
        match self {
            Self::Enquiry => 10,
            Self::Qualified => 25,
            Self::Visit => 45,
            Self::Negotiation => 70,
            Self::Booking => 90,
            Self::Won => 100,
            Self::Lost => 0,
        }
    }
}

/// A deal's way: the stages it entered, the oldest first.
#[derive(Clone, Debug)]
pub(crate) struct Way(Vec<(Stage, When)>);

impl Way {
    /// From the enquiry up to a stage, or to that stage and then lost.
    fn upto(last: Stage, lost: bool, (from, to): (i64, i64), draw: &mut Draw) -> Self {
        let mut stages: Vec<Stage> = Vec::new();
        for stage in Stage::LADDER {
            stages.push(stage);
            if stage == last {
                break;
            }
        }
        if lost {
            stages.push(Stage::Lost);
        }
        let steps = i64::try_from(stages.len()).unwrap_or(1) - 1;
        let mut when = Vec::with_capacity(stages.len());
        let mut before = from - 1;
        for n in 0..=steps {
            let planned = if steps == 0 { from } else { from + (to - from) * n / steps };
            let jitter = if n == 0 || n == steps { 0 } else { draw.within(0, (to - from) / (steps * 3).max(1)) };
            let on = (planned + jitter).max(before + 1).min(to.max(from));
            when.push(day(on) + minute(draw));
            before = on;
        }
        when.sort_unstable();
        Self(stages.into_iter().zip(when).collect())
    }

    pub fn stages(&self) -> &[(Stage, When)] {
        &self.0
    }

    /// When a stage was entered.
    pub fn entered(&self, stage: Stage) -> Option<When> {
        self.0.iter().find(|(s, _)| *s == stage).map(|(_, when)| *when)
    }

    pub fn first(&self) -> When {
        self.0.first().map_or(0, |(_, when)| *when)
    }

    /// The stage it is in, and since when.
    pub fn last(&self) -> (Stage, When) {
        self.0.last().copied().unwrap_or((Stage::Enquiry, 0))
    }

    /// The stage it was in at a moment.
    fn at(&self, when: When) -> Option<Stage> {
        self.0.iter().rev().find(|(_, entered)| *entered <= when).map(|(stage, _)| *stage)
    }
}

/// What somebody was in touch about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    First,
    Wishes,
    Viewing,
    Offer,
    Handover,
    Keeping,
    Lost,
    Partner,
}

/// One time that somebody was in touch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Touch {
    pub at: When,
    pub about: About,
    /// It is the visit to the site.
    pub visit: bool,
}

/// A client's story.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub standing: Standing,
    pub created: When,
    pub do_not_contact: bool,
    /// The main deal first.
    pub deals: Vec<Way>,
    /// The oldest first.
    pub touches: Vec<Touch>,
}

/// A minute of a working day.
pub(crate) fn minute(draw: &mut Draw) -> i64 {
    540 + 5 * draw.within(0, 125)
}

/// Days from today: when somebody came, what they were about, and when somebody was last in touch.
struct Frame {
    created: i64,
    last: i64,
    way: Option<Way>,
}

impl Story {
    /// The story of the client of this number, who is in touch `average` times where the average client is.
    pub fn of(seed: u64, number: u64, average: u32) -> Self {
        let mut draw = Draw::of(seed, Topic::Story, number);
        let standing = draw.weighted(&Standing::ALL).unwrap_or(Standing::NewLead);
        let standing =
            if adviser_of_cohort(seed, number / COHORT) == Some(number) { Standing::Adviser } else { standing };
        let do_not_contact = draw.percent(if standing == Standing::Dropped { 15 } else { 1 });
        let frame = Frame::of(standing, &mut draw);
        let created = day(frame.created) + 540;
        let mut deals: Vec<Way> = frame.way.iter().cloned().collect();
        if standing == Standing::Past && frame.last >= -60 && draw.percent(70) {
            let upto = if draw.percent(50) { Stage::Enquiry } else { Stage::Qualified };
            deals.push(Way::upto(upto, false, (frame.last - 3, frame.last), &mut draw));
        }
        let touches = touches(standing, &frame, average, &mut draw);
        Self { standing, created, do_not_contact, deals, touches }
    }

    /// When somebody was last in touch.
    pub fn last(&self) -> Option<When> {
        self.touches.last().map(|touch| touch.at)
    }

    /// Whether an open matter has been left alone for two months and more.
    pub fn is_neglected(&self) -> bool {
        (self.standing.is_open() || self.standing == Standing::Booked)
            && days(self.last().unwrap_or(self.created)) <= -60
    }
}

impl Frame {
    fn of(standing: Standing, draw: &mut Draw) -> Self {
        let neglected = draw.percent(22);
        match standing {
            Standing::NewLead => {
                let created = -draw.within(2, 30);
                let last = -draw.within(1, -created);
                let way = draw.percent(35).then(|| Way::upto(Stage::Enquiry, false, (created, created), draw));
                Self { created, last, way }
            }
            Standing::Nurture => {
                let created = -draw.within(90, 1100);
                let last = if neglected { -draw.within(75, 240) } else { -draw.within(3, 55) }.max(created + 1);
                let upto = if draw.percent(50) { Stage::Enquiry } else { Stage::Qualified };
                let way =
                    draw.percent(15).then(|| Way::upto(upto, false, (created + 4, (created + 40).min(last)), draw));
                Self { created, last, way }
            }
            Standing::Looking => {
                let created = -draw.within(20, 300);
                let last =
                    if neglected && created < -80 { -draw.within(60, -created - 10) } else { -draw.within(1, 15) };
                let upto = if draw.percent(40) { Stage::Qualified } else { Stage::Visit };
                let open = (created + 1, (created + 3 + draw.within(3, 90)).min(last));
                let way = draw.percent(85).then(|| Way::upto(upto, false, open, draw));
                Self { created, last, way }
            }
            Standing::Negotiating => {
                let created = -draw.within(40, 260);
                let last = if neglected && created < -100 { -draw.within(60, 80) } else { -draw.within(1, 8) };
                let upto = if draw.percent(65) { Stage::Negotiation } else { Stage::Booking };
                let way = Way::upto(upto, false, (created + 2, last - draw.within(0, 12)), draw);
                Self { created, last, way: Some(way) }
            }
            Standing::Booked | Standing::Past => {
                let won = if standing == Standing::Booked { -draw.within(15, 500) } else { -draw.within(550, 2600) };
                let created = won - draw.within(30, 240);
                let last = match standing {
                    Standing::Past => -draw.within(5, 400),
                    _ if neglected => (won + draw.within(1, 20)).min(-1),
                    _ => -draw.within(1, (-won).min(50)),
                };
                Self { created, last, way: Some(Way::upto(Stage::Won, false, (created + 2, won), draw)) }
            }
            Standing::Lost => {
                let lost = -draw.within(20, 900);
                let created = lost - draw.within(20, 200);
                let last = lost + draw.within(0, 15);
                let upto = [Stage::Enquiry, Stage::Qualified, Stage::Visit, Stage::Negotiation];
                let upto = draw.one_of(&upto).copied().unwrap_or(Stage::Qualified);
                Self { created, last, way: Some(Way::upto(upto, true, (created + 2, lost), draw)) }
            }
            Standing::Dropped => {
                let created = -draw.within(60, 1500);
                Self { created, last: created + draw.within(1, 30), way: None }
            }
            Standing::Adviser => {
                let created = -draw.within(200, 3000);
                Self { created, last: -draw.within(1, 70), way: None }
            }
        }
    }
}

/// When somebody was in touch: denser before the deal was decided, thinner after.
fn touches(standing: Standing, frame: &Frame, average: u32, draw: &mut Draw) -> Vec<Touch> {
    if average == 0 {
        return Vec::new();
    }
    let visits: Vec<When> = frame.way.iter().flat_map(|way| visits(way, draw)).collect();
    let count = i64::from(average) * standing.share() * draw.within(50, 150) / 10_000;
    let (first, last) = (frame.created, frame.last);
    // The first and the last time, and the visits, are always among them.
    let more = (count - 2 - i64::try_from(visits.len()).unwrap_or(0)).max(0);
    let mut when: Vec<(When, bool)> = visits.into_iter().map(|at| (at, true)).collect();
    if !when.iter().any(|(at, _)| days(*at) <= first) {
        when.push((day(first) + minute(draw), false));
    }
    if !when.iter().any(|(at, _)| days(*at) >= last) {
        when.push((day(last) + minute(draw), false));
    }
    for _ in 0..more {
        let on = match frame.way.as_ref() {
            Some(way) => {
                let (opened, decided) = (days(way.first()), days(way.last().1));
                if draw.percent(70) || decided >= last {
                    decided - draw.near(decided - opened)
                } else {
                    decided + draw.near(last - decided)
                }
            }
            None => first + draw.within(0, last - first),
        };
        when.push((day(on.clamp(first, last)) + minute(draw), false));
    }
    when.sort_unstable();
    let mut before = When::MIN;
    let mut out: Vec<Touch> = Vec::with_capacity(when.len());
    for (at, visit) in when {
        // Nobody is in two calls at once.
        let at = at.max(before.saturating_add(9));
        before = at;
        let stage = frame.way.as_ref().and_then(|way| way.at(at));
        let about = match stage {
            _ if standing == Standing::Adviser => About::Partner,
            _ if visit => About::Viewing,
            None | Some(Stage::Enquiry) if out.len() < 2 => About::First,
            Some(Stage::Enquiry | Stage::Qualified) => About::Wishes,
            Some(Stage::Visit) => About::Viewing,
            Some(Stage::Negotiation | Stage::Booking) => About::Offer,
            Some(Stage::Won) => About::Handover,
            Some(Stage::Lost) => About::Lost,
            None if out.len() < 4 => About::Wishes,
            None => About::Keeping,
        };
        out.push(Touch { at, about, visit });
    }
    out
}

/// The visits to the site: on the day of the stage, and perhaps once more before it is negotiated.
fn visits(way: &Way, draw: &mut Draw) -> Vec<When> {
    let Some(first) = way.entered(Stage::Visit) else { return Vec::new() };
    let mut out = vec![first];
    let next = way.stages().iter().find(|(_, when)| *when > first).map(|(_, when)| days(*when));
    if let Some(next) = next.filter(|next| *next > days(first) + 2)
        && draw.percent(45)
    {
        out.push(day(draw.within(days(first) + 1, next - 1)) + minute(draw));
    }
    out
}
