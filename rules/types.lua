---@meta
-- SPDX-License-Identifier: Apache-2.0
-- What rule files may write, for lua-language-server. Written by `tendon rule types` from the
-- schema and the rules; a test says when it is stale. The loader passes it over.
-- luacheck: ignore

---@alias decision_name
---| '"referral"' # How soon must a doctor see this person?
---| '"imaging"' # Is a scan warranted?
---| '"progression"' # What is the next rehab step?
---| '"cortisone"' # Should a cortisone injection be given?
---| '"adjunct"' # Are shockwave, platelet-rich plasma or anti-inflammatories an option?
---| '"running-load"' # Is the planned run too big a jump?
---| '"class"' # RunFit, another class, or not yet?
---| '"pattern"' # Does this look like proximal hamstring tendinopathy?
---| '"outlook"' # How long may recovery take, and what may lengthen it?
---| '"education"' # What should this person understand?

---@alias answer_name
---| '"emergency"' # referral
---| '"same-day"' # referral
---| '"this-week"' # referral
---| '"gp-review"' # referral
---| '"undetermined"' # referral
---| '"none"' # referral
---| '"warranted-now"' # imaging
---| '"warranted-this-week"' # imaging
---| '"reasonable"' # imaging
---| '"specialist-decides"' # imaging
---| '"not-warranted"' # imaging
---| '"undetermined"' # imaging
---| '"stop-and-refer"' # progression
---| '"flare-plan"' # progression
---| '"regress"' # progression
---| '"hold"' # progression
---| '"return-to-run"' # progression
---| '"progress"' # progression
---| '"start"' # progression
---| '"ask"' # progression
---| '"suppressed"' # progression
---| '"contraindicated"' # cortisone
---| '"advise-against"' # cortisone
---| '"specialist-decision"' # cortisone
---| '"undetermined"' # cortisone
---| '"not-asked"' # cortisone
---| '"suppressed"' # cortisone
---| '"contraindicated"' # adjunct
---| '"caution"' # adjunct
---| '"option"' # adjunct
---| '"undetermined"' # adjunct
---| '"not-asked"' # adjunct
---| '"suppressed"' # adjunct
---| '"stop-and-replan"' # running-load
---| '"strong-caution"' # running-load
---| '"caution"' # running-load
---| '"within-limits"' # running-load
---| '"undetermined"' # running-load
---| '"not-asked"' # running-load
---| '"suppressed"' # running-load
---| '"not-now"' # class
---| '"medical-clearance-first"' # class
---| '"physio-assessment-first"' # class
---| '"home-program-then-next-term"' # class
---| '"other-class"' # class
---| '"join-modified"' # class
---| '"join"' # class
---| '"not-asked"' # class
---| '"suppressed"' # class
---| '"unlikely"' # pattern
---| '"likely"' # pattern
---| '"possible"' # pattern
---| '"undetermined"' # pattern
---| '"suppressed"' # pattern
---| '"not-given"' # outlook
---| '"given"' # outlook
---| '"suppressed"' # outlook
---| '"given"' # education
---| '"not-given"' # education
---| '"suppressed"' # education

---@alias finding_name
---| '"aneurysm"' # from 60 on, sudden low-back, groin or buttock pain and a faint in the last 3 days
---| '"ankle-four"' # the foot lifts with less than full strength
---| '"avulsion"' # signs that the hamstring may have come off the bone
---| '"avulsion-signs"' # bruising, a gap, marked weakness, unable to sit, or a stiff-legged walk
---| '"avulsion-with-nerve-signs"' # signs of an avulsion together with nerve signs in the leg
---| '"big-trauma"' # a collision, bike crash, sporting impact or fall from height
---| '"birth-84-to-365-days"' # gave birth 84 to 365 days ago
---| '"birth-under-84-days"' # gave birth less than 84 days ago
---| '"bleeding"' # a recent injury on a blood thinner, with bruising, marked rest pain or nerve signs
---| '"bone-stress"' # signs that fit a bone stress injury of hip or pelvis
---| '"both-legs"' # pain in both legs for at most 84 days, as far as known
---| '"calf-strong"' # 20 calf raises, or as many as usual at this age and sex
---| '"calf-weak"' # fewer than 20 calf raises and fewer than usual at this age and sex
---| '"calm"' # no pain to speak of
---| '"cancer"' # cancer, now or in the past
---| '"cancer-history"' # cancer, now or in the past, whatever else is known
---| '"cancer-with-nerve-signs"' # cancer with a sign that the spinal cord or its nerves are pressed on
---| '"cancer-with-pain"' # cancer with pain at night, severe or growing pain at rest, or pain below the knee
---| '"cannot-bear-weight"' # the leg does not carry four steps
---| '"cauda-equina"' # a recent sign of cauda equina syndrome
---| '"cauda-equina-both-legs"' # pain in both legs, with the signs of cauda equina syndrome not ruled out
---| '"cauda-equina-sexual"' # recent sexual change with pain in both legs or a sign of cauda equina syndrome
---| '"chest-pain-now"' # chest pain, fainting or undue breathlessness now or in the last 12 hours
---| '"chest-pain-recent"' # chest pain, fainting or undue breathlessness in the last 3 days
---| '"chest-pain-unexplained"' # older chest pain, fainting or breathlessness that nobody has explained
---| '"class-base"' # what the running class asks of everybody
---| '"class-join"' # fit for the running class
---| '"class-join-modified"' # fit for the running class with some exercises changed
---| '"claudication"' # pain after a set walking distance that eases on standing still
---| '"clot-in-leg"' # signs that fit a clot in the leg, whatever the chest does
---| '"clot-in-lung"' # signs that fit a clot that has reached the lung
---| '"coughing-blood"' # blood has been coughed up
---| '"early-avulsion"' # an early strain with a pop and a weak knee bend
---| '"early-strain"' # a pop or sudden strain at most 7 days ago, too early to tell how bad it is
---| '"emergency-flag"' # an emergency
---| '"emergency-flag-but-chest-pain"' # an emergency, chest pain now aside
---| '"energy-deficiency"' # signs that the body gets too little energy for the training it does
---| '"enthesitis"' # enthesitis in somebody with psoriasis or another inflammatory disease
---| '"event"' # the pain began with an event
---| '"exercise-screen-clear"' # nothing in the exercise screen, or medically cleared
---| '"flare-limp"' # limping, with rehabilitation under way
---| '"flare-load"' # the load test hurts more than 5 out of 10
---| '"flare-plan"' # a flare
---| '"flare-repeated"' # at least 3 flares in 8 weeks
---| '"flare-rest"' # pain at rest is over 1 out of 10 from stage 1 on
---| '"flare-run"' # the last run hurt more than 5 out of 10
---| '"fluoroquinolone"' # tendon-area pain with a fluoroquinolone now or in the last 60 days
---| '"foot-weakness-weeks"' # the foot has been weak for 15 to 84 days
---| '"four-signs"' # numbness between the legs, bladder or bowel change, or weakness in both legs
---| '"fragile-bone"' # signs that fit a fracture of fragile bone
---| '"frail"' # age, an earlier fracture, osteoporosis, steroids or low weight make bone fragile
---| '"given-birth"' # gave birth in the last 3 years
---| '"gp-review-bone"' # a reason for GP review that concerns bone
---| '"gp-review-flag-but-cancer"' # a reason for GP review, cancer in the history aside
---| '"gp-review-systemic"' # a reason for GP review that concerns the whole body
---| '"gp-review-systemic-or-bone"' # a reason for GP review that concerns the whole body or bone
---| '"growing-lump"' # a lump that is getting bigger
---| '"growth-plate"' # at 25 or under, a sudden pull where a growth plate may still be open
---| '"hold-pain"' # load-test pain of 4 or 5 that settles within 24 hours
---| '"hold-run-pain"' # the last run hurt 4 or 5 out of 10
---| '"hold-settling"' # low load-test pain that takes 24 to 48 hours to settle
---| '"hold-weeks"' # low pain that settles in time, for under 2 weeks so far
---| '"home-bridges"' # fewer than 20 single-leg bridges
---| '"home-course-passed"' # fit for the running class, but this term's course can no longer be joined
---| '"home-early-stage"' # rehabilitation is at stage 0 to 2
---| '"home-injection"' # an injection at most 2 weeks ago
---| '"home-pelvic-health"' # birth under 84 days ago or pelvic floor symptoms, not cleared, as far as known
---| '"home-walking"' # a 30-minute walk hurts more than 2 out of 10
---| '"host-risk"' # an infection is likelier: a risk, diabetes, steroid tablets or a recent injection
---| '"impact"' # the bone is loaded: running or walking hurts, or the last run was under 12 weeks ago
---| '"infection"' # signs that fit an infection of bone, joint or spine
---| '"inflammatory-back"' # long back pain that began before 45, with at least 3 features of inflammation
---| '"injection-2-to-6-weeks"' # an injection over 2 and up to 6 weeks ago
---| '"leg-clot-signs"' # signs that fit a clot in the leg
---| '"limb-threat"' # the leg is cold, pale, without a pulse, or its compartment is tense
---| '"low-and-settled"' # load-test pain of at most 3 that settles within 24 hours
---| '"low-energy"' # missed periods, an earlier stress fracture or a body mass index under 18.5
---| '"nerve-signs"' # there is at least one nerve sign in the leg
---| '"nerve-tests-only"' # a nerve test is painful and none of the three stretch tests is
---| '"nerve-weakness"' # the walk has changed or a limb is weak
---| '"night"' # the pain is constant at night or prevents sleep
---| '"night-or-ache"' # the pain aches at night, is constant or prevents sleep
---| '"night-pain"' # night pain, whatever else is known
---| '"no-gain-from-rehab"' # no gain after at least 12 weeks of rehabilitation done, or a further step planned
---| '"no-male"' # sex is not male
---| '"not-cleared"' # no doctor or midwife has cleared this person for the class, as far as known
---| '"old-both-legs"' # pain in both legs for more than 84 days
---| '"old-cauda-equina-signs"' # a sign of cauda equina syndrome, unchanged for more than 14 days
---| '"old-trauma"' # a big trauma more than 84 days ago
---| '"pain-in-both-legs"' # the pain has spread to both legs
---| '"pain-somewhere"' # there is a site of pain
---| '"pattern-likely"' # gradual sit-bone pain with the load, the warm-up or sitting, and the tests that fit
---| '"pattern-possible"' # sit-bone pain that an activity which loads the hamstring brings on
---| '"pelvic-floor"' # pelvic floor symptoms
---| '"periods"' # 3 or more missed periods that menopause, pregnancy or a birth do not explain
---| '"pregnancy-warning"' # a warning sign in this pregnancy
---| '"pregnant"' # pregnant
---| '"psoriasis"' # psoriasis, as a feature or a diagnosis
---| '"recent-cauda-equina"' # the newest change began or worsened at most 14 days ago, as far as known
---| '"referral-flag-but-cancer"' # any reason for a doctor, cancer in the history aside
---| '"regress-long"' # more than 48 hours to settle after loading
---| '"regress-rise"' # the load test hurts more than 2 points above the usual
---| '"regress-slow"' # load-test pain of 4 or 5 that takes more than 24 hours to settle
---| '"run-over-5-after-a-break"' # over 5 km planned after 30 days without a run
---| '"run-over-double"' # the planned run is more than twice the longest of the last 30 days
---| '"runfit-wanted"' # the running class is asked for, and the person wants to run
---| '"safe-to-reassure"' # no reason for a doctor this week or sooner
---| '"same-day-flag"' # a reason for a doctor the same day
---| '"scan-asked-about"' # a scan is being considered
---| '"scan-for-a-specialist"' # a finding whose imaging the reviewing doctor decides
---| '"scan-not-warranted"' # an adult's usual tendon story, and no reason for a doctor but cancer in the history
---| '"scan-now"' # a reason for a scan now
---| '"scan-reasonable"' # a reason for a scan without hurry
---| '"scan-this-week"' # a reason for a scan this week
---| '"sensory-loss"' # feeling is lost in part of the leg
---| '"sepsis"' # very unwell, with fever, an infection risk, marked rest pain or night pain
---| '"severe"' # pain at rest is at least 7 out of 10
---| '"severe-pain"' # severe pain at rest, whatever else is known
---| '"severe-trauma"' # a big trauma at most 7 days ago, as far as known, with severe pain at rest
---| '"sexual-change-alone"' # sexual change with none of the four signs of cauda equina syndrome
---| '"sexual-change-with-nerve-signs"' # recent sexual change with pain below the knee or nerve signs in the leg
---| '"significant-trauma"' # a big trauma at most 84 days ago, as far as known
---| '"stage-4-settled"' # stage 4, steady for at least 2 weeks
---| '"steady"' # low pain that settles in time, for at least 2 weeks
---| '"teenager"' # under 18 with gradual pain at the sit bone, buttock, back of the thigh or low back
---| '"tendinopathy"' # the pattern of hamstring tendinopathy is likely or possible, if not ruled out
---| '"this-week-flag"' # a reason for a doctor this week
---| '"this-week-flag-but-chest-pain"' # a reason for a doctor this week, unexplained chest pain aside
---| '"two-aggravators"' # at least two activities that load the hamstring bring the pain on
---| '"two-groups"' # reasons for GP review from at least two different groups
---| '"two-stretch-tests"' # at least two of the three stretch tests bring on the familiar pain
---| '"two-systemic-flags"' # at least two flags of the whole body together
---| '"weak-foot"' # a limb is getting weaker, or the foot became weak at most 14 days ago, if known
---| '"weight-loss"' # weight lost without meaning to
---| '"worse-despite-rehab"' # worse after at least 6 weeks of rehabilitation that was really done
---| '"young-hip"' # under 18 with pain at the groin, the front of the hip or the pubic bone
---| '"young-night"' # under 20 with pain at night or marked pain at rest

---@alias measure_name
---| '"calf-norm"' # usual calf raises at this age and sex
---| '"joining-day-passed"' # days since this term's joining day

---@alias source_key
---| '"alves-2019"' # Alves. 2019
---| '"apss-2018"' # ESSA, Fitness AU, SMA. APSS V2. 2018
---| '"beatty-2017"' # Beatty. 2017
---| '"benazzo-2013"' # Benazzo. 2013
---| '"boudreault-2014"' # Boudreault. 2014
---| '"buist-2008"' # Buist. 2008; doi:10.1177/0363546507307505
---| '"cacchio-2011"' # Cacchio. 2011; doi:10.1177/0363546510379324
---| '"cacchio-2012"' # Cacchio. BJSM 2012; doi:10.1136/bjsports-2011-090325
---| '"christopher-2024"' # Christopher. 2024; doi:10.1136/bjsports-2023-107489
---| '"clinic-article"' # Vital Core Physio. Hamstring tendinopathy – A pain in the butt. 
---| '"cook-2018"' # Cook. BJSM 52:882 2018; doi:10.1136/bjsports-2018-099045
---| '"coombes-2010"' # Coombes. Lancet 376:1751 2010; doi:10.1016/S0140-6736(10)61160-9
---| '"coombes-2013"' # Coombes. JAMA 2013; doi:10.1001/jama.2013.129
---| '"cowan-2022"' # Cowan. 2022
---| '"csp"' # CSP. 
---| '"cushman-2015"' # Cushman. PMC4615691 2015
---| '"davenport-2015"' # Davenport. 2015
---| '"de-grove-2021"' # De Grove. 2021
---| '"dean-2014"' # Dean. 2014; doi:10.1016/j.semarthrit.2013.08.006
---| '"ferlic-2014"' # Ferlic. 2014; doi:10.1007/s00167-013-2570-4
---| '"finucane-2020"' # Finucane. JOSPT 50:350 2020; doi:10.2519/jospt.2020.9971
---| '"frandsen-2025"' # Frandsen. BJSM 2025; doi:10.1136/bjsports-2024-109380
---| '"freckleton-2014"' # Freckleton. BJSM 2014
---| '"fredberg-1997"' # Fredberg. 1997
---| '"gaida-2009"' # Gaida. 2009
---| '"girft-2023"' # GIRFT. 2023
---| '"gomez-hoyos-2016"' # Gómez-Hoyos. 2016
---| '"goom-2016"' # Goom. JOSPT 46:483 2016; doi:10.2519/jospt.2016.5986
---| '"goom-2019"' # Goom, Donnelly and Brockwell. 2019
---| '"hebert-losier-2017"' # Hébert-Losier. 2017; doi:10.1016/j.physio.2017.03.002
---| '"henschke-2013"' # Henschke. Cochrane CD008686 2013
---| '"hoenig-2025"' # Hoenig. 2025; doi:10.1136/bjsports-2024-108616
---| '"huang-2021"' # Huang and Ihm. 2021
---| '"impellizzeri-2020"' # Impellizzeri. 2020
---| '"ioc-2023"' # IOC. BJSM 2023; doi:10.1136/bjsports-2023-106914
---| '"jokela-2024"' # Jokela. 2024; doi:10.1177/23259671241265130
---| '"kongsgaard-2009"' # Kongsgaard. 2009; doi:10.1111/j.1600-0838.2009.00949.x
---| '"kuske-2016"' # Kuske. 2016
---| '"laslett-2005"' # Laslett. 2005
---| '"lauersen-2018"' # Lauersen. 2018
---| '"lempainen-2009"' # Lempainen. 2009
---| '"lloyd-2014"' # Lloyd. 2014
---| '"looney-2023"' # Looney. 2023
---| '"magra-2006"' # Magra. 2006
---| '"martin-hd-2014"' # Martin HD. KSSTA 22:882 2014
---| '"mellor-2018"' # Mellor. BMJ 361:k1662 2018
---| '"meyers-2012"' # Meyers. 2012
---| '"mitchell-2021"' # Mitchell. 2021
---| '"moore-2021"' # Moore. 2021
---| '"morales-2019"' # Morales. 2019; doi:10.1007/s40261-018-0729-y
---| '"nasser-2021"' # Nasser. IJSPT 2021; doi:10.26603/001c.21250
---| '"nhs-lothian"' # NHS Lothian. 
---| '"nice-cg146"' # NICE. CG146 
---| '"nice-cg75"' # NICE. CG75, now NG234 
---| '"nice-ng12"' # NICE. NG12 
---| '"nice-ng158"' # NICE. NG158 
---| '"nice-ng65"' # NICE. NG65 
---| '"nicholson-2014"' # Nicholson. OJSM PMC4555570 2014
---| '"noakes-1985"' # Noakes. 1985; doi:10.1177/036354658501300207
---| '"parvaresh-2018"' # Parvaresh. 2018
---| '"pihl-2024"' # Pihl. 2024; doi:10.1056/EVIDoa2400056
---| '"rajasekaran-2021"' # Rajasekaran. European Spine Journal 2021
---| '"ranger-2016"' # Ranger. 2016
---| '"ranzcog"' # RANZCOG. 
---| '"rich-2023"' # Rich. ACTRN12621000846820 2023
---| '"silbernagel-2007"' # Silbernagel. 2007; doi:10.1177/0363546506298279
---| '"silbernagel-2011"' # Silbernagel. 2011
---| '"sport-integrity-australia"' # Sport Integrity Australia. 
---| '"tenforde-2022"' # Tenforde. PMC9321712 2022
---| '"thompson-2015"' # Thompson. ISAKOS 2015
---| '"tilley-2015"' # Tilley. 2015
---| '"wu-2024"' # Wu. 2024; doi:10.1007/s40279-024-01993-7
---| '"yusuf-2019"' # Yusuf. 2019
---| '"zissen-2010"' # Zissen. AJR 2010; doi:10.2214/AJR.09.3674

---@alias suggestion_id
---| '"ask-sports-physician"' # Ask a sports and exercise physician for an opinion
---| '"continue-loading"' # Continue graded loading
---| '"leave-scan-for-now"' # Leave the scan for now and ask again if something changes
---| '"request-mri"' # Request an MRI
---| '"request-pelvis-imaging"' # Request imaging of the pelvis
---| '"request-ultrasound"' # Request an ultrasound

---@alias fact_path
---| '"assessed_on"' # Day of the assessment
---| '"patient.reference"' # Reference
---| '"patient.age_years"' # Age
---| '"patient.sex"' # Sex
---| '"patient.menopause"' # Menopause
---| '"patient.pregnant_weeks"' # Weeks pregnant
---| '"patient.pregnancy_warning_signs"' # Pregnancy warning signs
---| '"patient.obstetric_contraindication"' # Advised against exercise in pregnancy
---| '"patient.gave_birth_last_3_years"' # Birth in the last 3 years
---| '"patient.postpartum_days"' # Days since birth
---| '"patient.pelvic_floor_symptoms"' # Pelvic floor symptoms
---| '"patient.bmi"' # Body mass index
---| '"patient.sleep_hours"' # Sleep
---| '"patient.high_stress"' # High stress
---| '"patient.conditions"' # Diagnosed conditions
---| '"patient.medications"' # Medicines
---| '"running.level"' # Running level
---| '"running.wants_to_run"' # Wants to run
---| '"running.weeks_since_last_run"' # Weeks since the last run
---| '"running.usual_week_km"' # Usual week
---| '"running.longest_run_30d_km"' # Longest run in 30 days
---| '"running.planned_run_km"' # Next planned run
---| '"running.event_on"' # Day of the event
---| '"complaint.sites"' # Where it hurts
---| '"complaint.onset"' # How the pain began
---| '"complaint.duration_weeks"' # How long it has hurt
---| '"complaint.trend"' # Direction
---| '"complaint.aggravated_by"' # What brings it on
---| '"complaint.warm_up"' # Pain while warming up
---| '"complaint.after_cool_down"' # Pain after cooling down
---| '"complaint.sitting_minutes_to_pain"' # Sitting time before pain
---| '"complaint.recent_load_increase"' # Recent change in training
---| '"complaint.radiation"' # Does the pain spread?
---| '"complaint.radiation_days"' # Days since the pain spread
---| '"complaint.rest_pain"' # Pain at rest
---| '"complaint.worst_pain"' # Worst pain this week
---| '"complaint.exertional_claudication"' # Leg pain after a set distance
---| '"complaint.night_pain"' # Pain at night
---| '"injury.mechanism"' # What happened
---| '"injury.days_since"' # Days since it happened
---| '"injury.pop"' # Pop or snap
---| '"injury.bruising"' # Bruising
---| '"injury.palpable_gap"' # Gap to the touch
---| '"injury.knee_flexion_weakness"' # Weak knee bend
---| '"injury.cannot_sit"' # Unable to sit
---| '"injury.stiff_legged_gait"' # Stiff-legged walk
---| '"injury.bears_weight"' # Can take four steps
---| '"screening.saddle_numbness"' # Numbness between the legs
---| '"screening.bladder_change"' # Change in the bladder
---| '"screening.bowel_change"' # Change in the bowel
---| '"screening.sexual_change"' # Change in sexual function
---| '"screening.bilateral_leg_weakness"' # Both legs weak
---| '"screening.cauda_equina_days"' # Days since the newest of these changes
---| '"screening.progressive_weakness"' # A limb getting weaker
---| '"screening.ankle_dorsiflexion_grade"' # Ankle dorsiflexion strength
---| '"screening.foot_weakness_days"' # Days since the foot became weak
---| '"screening.leg_neurology"' # Nerve signs in the leg
---| '"screening.limb_threat"' # Circulation of the leg
---| '"screening.growing_lump"' # A growing lump
---| '"screening.cancer_history"' # Cancer, now or in the past
---| '"screening.unexplained_weight_loss"' # Weight loss without a reason
---| '"screening.fever"' # Fever
---| '"screening.systemically_unwell"' # Feeling very unwell
---| '"screening.infection_risks"' # Infection risks
---| '"screening.chest_pain"' # Chest pain
---| '"screening.faint_or_breathless"' # Fainting or breathlessness
---| '"screening.coughing_blood"' # Coughing up blood
---| '"screening.dvt_signs"' # Signs of a clot in the leg
---| '"screening.prior_fragility_fracture"' # Bone broken by a small fall
---| '"screening.missed_periods"' # Missed periods
---| '"screening.stress_fracture_history"' # Earlier stress fracture
---| '"screening.single_leg_stance_pain"' # Pain standing on one leg
---| '"screening.hip_rotation_painful"' # Painful hip rotation
---| '"screening.running_impossible"' # Too sore to run
---| '"screening.back_pain_onset_age"' # Age when back pain began
---| '"screening.back_pain_months"' # Months of back pain
---| '"screening.inflammatory_features"' # Features of inflammatory pain
---| '"screening.exercise_screen_yes"' # Exercise safety screen
---| '"screening.weekly_activity_minutes"' # Weekly activity
---| '"examination.puranen_orava"' # Puranen-Orava test
---| '"examination.bent_knee_stretch"' # Bent-knee stretch
---| '"examination.modified_bent_knee_stretch"' # Modified bent-knee stretch
---| '"examination.single_leg_bridge_pain"' # Pain in the single-leg bridge
---| '"examination.arabesque_pain"' # Pain in the arabesque
---| '"examination.sit_bone_tenderness"' # Tender sit bone
---| '"examination.seated_piriformis"' # Seated piriformis stretch
---| '"examination.slump"' # Slump test
---| '"examination.visa_h"' # VISA-H score
---| '"rehab.stage"' # Rehabilitation stage
---| '"rehab.load_test_pain"' # Pain in the load test
---| '"rehab.settles_hours"' # Time to settle
---| '"rehab.weeks_stable"' # Stable weeks
---| '"rehab.rise_from_baseline"' # Change from usual
---| '"rehab.run_pain"' # Pain in the last run
---| '"rehab.limping"' # Limping
---| '"rehab.adherent_weeks"' # Weeks of program done
---| '"rehab.flares_last_8_weeks"' # Flare-ups in 8 weeks
---| '"rehab.fear_of_movement"' # Fear of movement
---| '"strength.walk_30min_pain"' # Pain in a 30-minute walk
---| '"strength.single_leg_bridge_reps"' # Single-leg bridges
---| '"strength.calf_raise_reps"' # Single-leg calf raises
---| '"strength.single_leg_squat_reps"' # Single-leg squats
---| '"strength.hop_reps"' # Single-leg hops
---| '"strength.tests_pain"' # Pain in the strength tests
---| '"treatment.considering"' # Being considered
---| '"treatment.cortisone_drug"' # Corticosteroid
---| '"treatment.days_to_competition"' # Days to competition
---| '"treatment.had_injection"' # Earlier injection
---| '"treatment.weeks_since_injection"' # Weeks since injection
---| '"class.asks_for"' # Class asked for
---| '"class.assessed_by_physio"' # Assessed for the class
---| '"class.can_attend_monday_or_tuesday"' # Free on Monday or Tuesday
---| '"class.medically_cleared"' # Cleared by a doctor or midwife
---| '"class.pelvic_health_cleared"' # Cleared by a pelvic-health physio
---| '"class.guardian_consent"' # Consent of a parent or guardian
---| '"class.missed_session"' # Missed session

---@class condition
---@class fact
---@class yesno : fact
---@class day : fact
---@class word : fact
---@field is fun(self, value: string): condition
---@field is_one_of fun(self, values: string[]): condition
---@class words : fact
---@field includes fun(self, value: string): condition
---@field includes_any fun(self, values: string[]): condition
---@field includes_none fun(self, values: string[]): condition
---@field counts_at_least fun(self, count: integer): condition
---@class items : fact
---@field has fun(self, members: table): condition some item has these members
---@class number_fact : fact
---@field at_least fun(self, number: number): condition this or more
---@field at_most fun(self, number: number): condition this or less
---@field more_than fun(self, number: number): condition more than this
---@field less_than fun(self, number: number): condition less than this
---@field between fun(self, low: number, high: number): condition both ends included
---@operator add(number_fact|number): number_fact
---@operator sub(number_fact|number): number_fact
---@operator mul(number_fact|number): number_fact
---@operator div(number_fact|number): number_fact compared exactly: 17.6/16 is 1.1

--- Every one of these holds.
---@param conditions condition[]
---@return condition
function all(conditions) end

--- At least one of these holds, whatever else is unknown.
---@param conditions condition[]
---@return condition
function any(conditions) end

--- None of these holds.
---@param conditions condition[]
---@return condition
function none(conditions) end

--- So many of these hold; what cannot reach the count is not asked.
---@param count integer
---@param conditions condition[]
---@return condition
function at_least_of(count, conditions) end

--- The fact is yes; unknown while nobody asked.
---@param fact yesno
---@return condition
function yes(fact) end

--- The fact is no; unknown while nobody asked.
---@param fact yesno
---@return condition
function no(fact) end

--- True once the fact is known, never false.
---@param fact fact
---@return condition
function known(fact) end

--- Holds while it is true or unknown; the answer is then provisional.
---@param condition condition
---@return condition
function unless_ruled_out(condition) end

--- Only for what is asked for: it was.
---@param fact fact
---@return condition
function given(fact) end

--- Only for what is asked for: it was not.
---@param fact fact
---@return condition
function not_given(fact) end

---@class decided_answer
---@field is fun(self, answer: answer_name): condition
---@field is_one_of fun(self, answers: answer_name[]): condition

--- An earlier decision's own answer.
---@param name decision_name
---@return decided_answer
function decided(name) end

--- A condition with a name: used, or with a table declared.
---@param name finding_name|string
---@param body? { says: string, when: condition }
---@return condition
function finding(name, body) end

--- A number worked out: used, or with a table declared.
---@param name measure_name|string
---@param body? { unit: string, says: string, value: any, range: number[] }
---@return number_fact
function measure(name, body) end

---@class citation
---@field cite source_key
---@field shows string
---@field grade '"A"'|'"B"'|'"C"'|'"D"'

---@class rule_body
---@field id string decision/name, as the file
---@field title string at most 139 characters
---@field version string 1.0.0
---@field status '"draft"'|'"active"'|'"retired"'
---@field owner string
---@field review { done: string, due: string }
---@field purpose string
---@field evidence? citation[]
---@field basis? '"literature"'|'"clinic policy"'
---@field decides decision_name
---@field answer answer_name
---@field when condition
---@field indicator '"info"'|'"warning"'|'"critical"'
---@field say { clinician: string, patient: string }
---@field offer? table[]
---@field cautions? string[]
---@field history string[][]
---@field advise? fun(facts: table): table

--- One rule, one file.
---@param body rule_body
function rule(body) end

--- What a rule offers to do.
---@param id suggestion_id
---@return table
function suggest(id) end

--- A question with its answers, strongest first.
---@param name string
---@return fun(body: table)
function decision(name) end

---@param key string
---@return fun(body: table)
function source(key) end

---@param id string
---@return fun(body: table)
function suggestion(id) end

---@param id string
---@return fun(body: table)
function contradiction(id) end

--- The clinic's settings; read in functions and texts as clinic.name.
clinic = {}

---@param body table
function codes(body) end

---@param names decision_name[]
function order(names) end

--- Of a test: the person every case starts from.
---@param facts table
function person(facts) end

--- Of a test: one thing changed, and what is expected.
---@param name string
---@return fun(body: table)
function case(name) end

--- The rule fires with this answer.
---@param name answer_name
function answer(name) end

--- The rule is presumed, with this answer.
---@param name answer_name
function presumed(name) end

--- The rule is unknown and asks for this fact.
---@param path fact_path
function asks(path) end

--- Whole decisions come out so.
---@param answers table<decision_name, answer_name>
function decides(answers) end

--- A change no case can notice, with the reason.
---@param body { leaf: string, change: string, reason: string }
function survives(body) end

--- The rule is false.
silent = {}

--- Takes a fact away.
unknown = {}

---@alias patient_sex_value
---| '"female"' # Female
---| '"male"' # Male
---| '"intersex"' # Intersex
---| '"undisclosed"' # Prefer not to say

---@class patient_sex : fact
---@field is fun(self, value: patient_sex_value): condition the fact is this value
---@field is_one_of fun(self, values: patient_sex_value[]): condition the fact is one of these

---@alias patient_menopause_value
---| '"pre"' # Not started
---| '"peri"' # Going through it now
---| '"post"' # Past it
---| '"not-applicable"' # Does not apply to me

---@class patient_menopause : fact
---@field is fun(self, value: patient_menopause_value): condition the fact is this value
---@field is_one_of fun(self, values: patient_menopause_value[]): condition the fact is one of these

---@alias patient_pregnancy_warning_signs_value
---| '"bleeding"' # Vaginal bleeding
---| '"fluid-loss"' # Fluid leaking from the vagina
---| '"painful-contractions"' # Regular, painful contractions
---| '"dizziness"' # Feeling dizzy or faint
---| '"severe-headache"' # A bad headache
---| '"calf-pain-or-swelling"' # A sore or swollen calf

---@class patient_pregnancy_warning_signs : fact
---@field includes fun(self, value: patient_pregnancy_warning_signs_value): condition the list has this value
---@field includes_any fun(self, values: patient_pregnancy_warning_signs_value[]): condition the list has one of these
---@field includes_none fun(self, values: patient_pregnancy_warning_signs_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias patient_conditions_value
---| '"diabetes"' # Diabetes
---| '"high-cholesterol"' # High cholesterol
---| '"osteoporosis"' # Osteoporosis (thin bones)
---| '"inflammatory-arthritis"' # Inflammatory arthritis (such as rheumatoid arthritis)
---| '"psoriasis"' # Psoriasis
---| '"inflammatory-bowel-disease"' # Crohn's disease or ulcerative colitis
---| '"uveitis"' # Uveitis (inflammation inside the eye)

---@class patient_conditions : fact
---@field includes fun(self, value: patient_conditions_value): condition the list has this value
---@field includes_any fun(self, values: patient_conditions_value[]): condition the list has one of these
---@field includes_none fun(self, values: patient_conditions_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias patient_medications_value
---| '"fluoroquinolone-now"' # A fluoroquinolone antibiotic, now (such as ciprofloxacin)
---| '"fluoroquinolone-last-60-days"' # A fluoroquinolone antibiotic, finished within the last 60 days
---| '"oral-corticosteroid"' # Cortisone-type tablets (such as prednisolone)
---| '"statin"' # A statin for cholesterol
---| '"anticoagulant"' # A blood thinner
---| '"bisphosphonate"' # A bisphosphonate for bone strength

---@class patient_medications : fact
---@field includes fun(self, value: patient_medications_value): condition the list has this value
---@field includes_any fun(self, values: patient_medications_value[]): condition the list has one of these
---@field includes_none fun(self, values: patient_medications_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias running_level_value
---| '"never"' # I have never run
---| '"novice"' # New to running
---| '"recreational"' # I run for health or pleasure
---| '"competitive"' # I race for a club or in my age group
---| '"elite"' # National level or professional

---@class running_level : fact
---@field is fun(self, value: running_level_value): condition the fact is this value
---@field is_one_of fun(self, values: running_level_value[]): condition the fact is one of these

---@alias complaint_sites_value
---| '"sit-bone"' # Sit bone
---| '"buttock"' # Buttock
---| '"posterior-thigh"' # Back of the thigh
---| '"groin"' # Groin
---| '"anterior-hip"' # Front of the hip
---| '"lateral-hip"' # Outside of the hip
---| '"anterior-thigh"' # Front of the thigh
---| '"sacrum"' # Tailbone or flat bone above it
---| '"pubic"' # Pubic bone
---| '"low-back"' # Low back
---| '"sacroiliac"' # Dimple beside the low back
---| '"knee"' # Knee
---| '"calf"' # Calf
---| '"shin-or-foot"' # Shin or foot
---| '"other"' # Somewhere else

---@class complaint_sites : fact
---@field includes fun(self, value: complaint_sites_value): condition the list has this value
---@field includes_any fun(self, values: complaint_sites_value[]): condition the list has one of these
---@field includes_none fun(self, values: complaint_sites_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias complaint_onset_value
---| '"gradual"' # Bit by bit
---| '"sudden"' # All at once

---@class complaint_onset : fact
---@field is fun(self, value: complaint_onset_value): condition the fact is this value
---@field is_one_of fun(self, values: complaint_onset_value[]): condition the fact is one of these

---@alias complaint_trend_value
---| '"improving"' # Getting better
---| '"stable"' # Staying the same
---| '"worsening"' # Getting worse

---@class complaint_trend : fact
---@field is fun(self, value: complaint_trend_value): condition the fact is this value
---@field is_one_of fun(self, values: complaint_trend_value[]): condition the fact is one of these

---@alias complaint_aggravated_by_value
---| '"running"' # Running
---| '"hills"' # Running up hills
---| '"sprinting"' # Sprinting
---| '"sitting"' # Sitting
---| '"driving"' # Driving
---| '"stairs"' # Stairs
---| '"bending"' # Bending forward
---| '"lifting"' # Lifting
---| '"lunging"' # Lunging
---| '"squatting"' # Squatting
---| '"stretching"' # Stretching
---| '"walking"' # Walking on the flat

---@class complaint_aggravated_by : fact
---@field includes fun(self, value: complaint_aggravated_by_value): condition the list has this value
---@field includes_any fun(self, values: complaint_aggravated_by_value[]): condition the list has one of these
---@field includes_none fun(self, values: complaint_aggravated_by_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias complaint_warm_up_value
---| '"eases"' # It eases
---| '"unchanged"' # It stays the same
---| '"worsens"' # It gets worse

---@class complaint_warm_up : fact
---@field is fun(self, value: complaint_warm_up_value): condition the fact is this value
---@field is_one_of fun(self, values: complaint_warm_up_value[]): condition the fact is one of these

---@alias complaint_after_cool_down_value
---| '"better"' # Better
---| '"same"' # The same
---| '"worse"' # Worse

---@class complaint_after_cool_down : fact
---@field is fun(self, value: complaint_after_cool_down_value): condition the fact is this value
---@field is_one_of fun(self, values: complaint_after_cool_down_value[]): condition the fact is one of these

---@alias complaint_radiation_value
---| '"none"' # No, it stays in one place
---| '"thigh"' # Into the thigh, not past the knee
---| '"below-knee"' # Past the knee
---| '"both-legs"' # Into both legs, or from one leg to both

---@class complaint_radiation : fact
---@field is fun(self, value: complaint_radiation_value): condition the fact is this value
---@field is_one_of fun(self, values: complaint_radiation_value[]): condition the fact is one of these

---@alias complaint_night_pain_value
---| '"none"' # No pain at night
---| '"lying-on-it"' # Only when I lie on that side
---| '"aching"' # A dull ache
---| '"constant"' # There all night however I lie
---| '"prevents-sleep"' # It keeps me from sleeping

---@class complaint_night_pain : fact
---@field is fun(self, value: complaint_night_pain_value): condition the fact is this value
---@field is_one_of fun(self, values: complaint_night_pain_value[]): condition the fact is one of these

---@alias injury_mechanism_value
---| '"none"' # No, nothing in particular
---| '"vehicle-collision"' # A car or motorbike crash
---| '"bike-crash"' # A bicycle crash
---| '"sporting-impact"' # A hard knock in sport
---| '"fall-from-height"' # A fall from a height
---| '"minor-slip"' # A slip or small fall
---| '"sprint-or-overstretch"' # A sprint, slide or overstretch

---@class injury_mechanism : fact
---@field is fun(self, value: injury_mechanism_value): condition the fact is this value
---@field is_one_of fun(self, values: injury_mechanism_value[]): condition the fact is one of these

---@alias injury_knee_flexion_weakness_value
---| '"none"' # Not weak
---| '"mild"' # Mildly weak
---| '"marked"' # Markedly weak

---@class injury_knee_flexion_weakness : fact
---@field is fun(self, value: injury_knee_flexion_weakness_value): condition the fact is this value
---@field is_one_of fun(self, values: injury_knee_flexion_weakness_value[]): condition the fact is one of these

---@alias screening_leg_neurology_value
---| '"gait-change"' # Walking differently or less steadily
---| '"sensory-loss"' # Numb skin
---| '"limb-weakness"' # Weakness in a leg or foot
---| '"tingling-below-knee"' # Pins and needles below the knee

---@class screening_leg_neurology : fact
---@field includes fun(self, value: screening_leg_neurology_value): condition the list has this value
---@field includes_any fun(self, values: screening_leg_neurology_value[]): condition the list has one of these
---@field includes_none fun(self, values: screening_leg_neurology_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias screening_limb_threat_value
---| '"cold-or-pale"' # Cold or pale limb
---| '"no-pulse"' # No pulse
---| '"tense-compartment"' # Tense compartment

---@class screening_limb_threat : fact
---@field includes fun(self, value: screening_limb_threat_value): condition the list has this value
---@field includes_any fun(self, values: screening_limb_threat_value[]): condition the list has one of these
---@field includes_none fun(self, values: screening_limb_threat_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias screening_infection_risks_value
---| '"injecting-drug-use"' # Injecting drugs
---| '"immunosuppression"' # A weakened immune system, from illness or medicine
---| '"recent-surgery-or-bacteraemia"' # A recent operation or blood infection
---| '"recent-urinary-infection"' # A recent urine infection
---| '"tuberculosis"' # Tuberculosis, now or in the past

---@class screening_infection_risks : fact
---@field includes fun(self, value: screening_infection_risks_value): condition the list has this value
---@field includes_any fun(self, values: screening_infection_risks_value[]): condition the list has one of these
---@field includes_none fun(self, values: screening_infection_risks_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias screening_chest_pain_value
---| '"none"' # No
---| '"now-or-last-12-hours"' # Now or in the last 12 hours
---| '"last-3-days"' # In the last 3 days
---| '"older-unexplained"' # Longer ago, and no one has found out why

---@class screening_chest_pain : fact
---@field is fun(self, value: screening_chest_pain_value): condition the fact is this value
---@field is_one_of fun(self, values: screening_chest_pain_value[]): condition the fact is one of these

---@alias screening_faint_or_breathless_value
---| '"none"' # No
---| '"now-or-last-12-hours"' # Now or in the last 12 hours
---| '"last-3-days"' # In the last 3 days
---| '"older-unexplained"' # Longer ago, and no one has found out why

---@class screening_faint_or_breathless : fact
---@field is fun(self, value: screening_faint_or_breathless_value): condition the fact is this value
---@field is_one_of fun(self, values: screening_faint_or_breathless_value[]): condition the fact is one of these

---@alias screening_dvt_signs_value
---| '"active-cancer"' # Active cancer
---| '"paralysis-or-cast"' # Paralysis, paresis or recent plaster of the leg
---| '"bedridden-or-surgery"' # Recently bedridden, or major surgery
---| '"deep-vein-tenderness"' # Tenderness along the deep veins
---| '"whole-leg-swollen"' # Whole leg swollen
---| '"calf-3cm-larger"' # Calf 3 cm or more larger than the other
---| '"pitting-oedema"' # Pitting oedema, this leg only
---| '"collateral-veins"' # Collateral superficial veins
---| '"previous-dvt"' # Previous deep vein thrombosis

---@class screening_dvt_signs : fact
---@field includes fun(self, value: screening_dvt_signs_value): condition the list has this value
---@field includes_any fun(self, values: screening_dvt_signs_value[]): condition the list has one of these
---@field includes_none fun(self, values: screening_dvt_signs_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias screening_stress_fracture_history_value
---| '"none"' # No
---| '"low-risk-site"' # Yes, at another site (such as the shin or foot)
---| '"high-risk-site"' # Yes, at the hip, the pelvis or the base of the spine

---@class screening_stress_fracture_history : fact
---@field is fun(self, value: screening_stress_fracture_history_value): condition the fact is this value
---@field is_one_of fun(self, values: screening_stress_fracture_history_value[]): condition the fact is one of these

---@alias screening_inflammatory_features_value
---| '"wakes-second-half-of-night"' # Pain wakes me in the second half of the night
---| '"buttock-pain"' # Buttock pain
---| '"better-with-movement"' # Moving about makes it better
---| '"better-within-48h-of-nsaid"' # An anti-inflammatory medicine helps within 48 hours
---| '"first-degree-relative"' # A parent, sibling or child has inflammatory arthritis of the spine (spondyloarthritis)
---| '"arthritis"' # Arthritis, now or in the past
---| '"enthesitis"' # Inflammation where a tendon joins bone, now or in the past
---| '"psoriasis"' # Psoriasis, now or in the past

---@class screening_inflammatory_features : fact
---@field includes fun(self, value: screening_inflammatory_features_value): condition the list has this value
---@field includes_any fun(self, values: screening_inflammatory_features_value[]): condition the list has one of these
---@field includes_none fun(self, values: screening_inflammatory_features_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias screening_exercise_screen_yes_value
---| '"heart-condition-or-stroke"' # A heart condition or a stroke
---| '"chest-pain"' # Unexplained chest pain at rest or with activity
---| '"dizziness-or-fainting"' # Faintness, dizziness or loss of balance with activity
---| '"asthma-attack"' # An asthma attack that needed a doctor in the last 12 months
---| '"unstable-diabetes"' # Diabetes, with trouble controlling blood sugar in the last 3 months
---| '"other-condition"' # Another condition that may need care during exercise

---@class screening_exercise_screen_yes : fact
---@field includes fun(self, value: screening_exercise_screen_yes_value): condition the list has this value
---@field includes_any fun(self, values: screening_exercise_screen_yes_value[]): condition the list has one of these
---@field includes_none fun(self, values: screening_exercise_screen_yes_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias treatment_considering_value
---| '"mri"' # MRI scan
---| '"xray"' # X-ray
---| '"ultrasound"' # Ultrasound scan
---| '"cortisone-injection"' # Cortisone injection
---| '"prp-injection"' # Platelet-rich plasma (PRP) injection
---| '"shockwave"' # Shockwave treatment
---| '"surgery"' # Surgery
---| '"anti-inflammatories"' # Anti-inflammatory medicine

---@class treatment_considering : fact
---@field includes fun(self, value: treatment_considering_value): condition the list has this value
---@field includes_any fun(self, values: treatment_considering_value[]): condition the list has one of these
---@field includes_none fun(self, values: treatment_considering_value[]): condition the list has none of these
---@field counts_at_least fun(self, count: integer): condition the list has so many

---@alias treatment_cortisone_drug_value
---| '"triamcinolone"' # Triamcinolone
---| '"prednisolone"' # Prednisolone
---| '"betamethasone"' # Betamethasone
---| '"dexamethasone"' # Dexamethasone
---| '"methylprednisolone"' # Methylprednisolone
---| '"other"' # Another one

---@class treatment_cortisone_drug : fact
---@field is fun(self, value: treatment_cortisone_drug_value): condition the fact is this value
---@field is_one_of fun(self, values: treatment_cortisone_drug_value[]): condition the fact is one of these

---@alias class_asks_for_value
---| '"runfit"' # Yes, RunFit
---| '"other"' # Yes, another class
---| '"none"' # No class

---@class class_asks_for : fact
---@field is fun(self, value: class_asks_for_value): condition the fact is this value
---@field is_one_of fun(self, values: class_asks_for_value[]): condition the fact is one of these

---@class patient_facts
---@field reference word Reference. Which reference does your system use for this person?
---@field age_years number_fact Age. How old are you? In years. From 5 to 110.
---@field sex patient_sex Sex. What is your sex?
---@field menopause patient_menopause Menopause. Where are you with menopause?
---@field pregnant_weeks number_fact Weeks pregnant. If you are pregnant, how many weeks along are you? Answer 0 if you are not. In weeks. From 0 to 42.
---@field pregnancy_warning_signs patient_pregnancy_warning_signs Pregnancy warning signs. In this pregnancy, have you had any of these during or after exercise?
---@field obstetric_contraindication yesno Advised against exercise in pregnancy. Has a doctor or midwife advised you not to exercise in this pregnancy?
---@field gave_birth_last_3_years yesno Birth in the last 3 years. Have you given birth in the last three years?
---@field postpartum_days number_fact Days since birth. How many days ago did you last give birth? In days. From 0 to 1100.
---@field pelvic_floor_symptoms yesno Pelvic floor symptoms. Do you leak when you cough or run, feel a heaviness or bulge, or have pelvic pain, or are you still bleeding more than eight weeks after birth?
---@field bmi number_fact Body mass index. What is the person's body mass index? In kg/m². From 10 to 70.
---@field sleep_hours number_fact Sleep. Over the last two weeks, how many hours did you usually sleep a night? In hours. From 0 to 16.
---@field high_stress yesno High stress. Have you been under a lot of stress lately?
---@field conditions patient_conditions Diagnosed conditions. Has a doctor ever told you that you have any of these?
---@field medications patient_medications Medicines. Do you take any of these medicines, or did you take them recently?
---@type patient_facts
patient = {}

---@class running_facts
---@field level running_level Running level. How would you describe yourself as a runner?
---@field wants_to_run yesno Wants to run. Do you want to run?
---@field weeks_since_last_run number_fact Weeks since the last run. How many weeks ago was your last run? In weeks. From 0 to 2000.
---@field usual_week_km number_fact Usual week. Over the last four weeks, how far did you run in an average week? In km. From 0 to 300.
---@field longest_run_30d_km number_fact Longest run in 30 days. What was your longest single run in the last 30 days? Answer 0 if you did not run. In km. From 0 to 300.
---@field planned_run_km number_fact Next planned run. How far do you plan to go on your next run? In km. From 0 to 300. Asked for, or not: given(), not_given().
---@field event_on day Day of the event. If you are training for an event, on which day is it?
---@type running_facts
running = {}

---@class complaint_facts
---@field sites complaint_sites Where it hurts. Where does it hurt? Choose every place.
---@field onset complaint_onset How the pain began. Did the pain come on bit by bit, or all at once?
---@field duration_weeks number_fact How long it has hurt. For how many weeks have you had this pain? In weeks. From 0 to 2000.
---@field trend complaint_trend Direction. Is the pain getting better, staying the same or getting worse?
---@field aggravated_by complaint_aggravated_by What brings it on. Which of these bring the pain on or make it worse?
---@field warm_up complaint_warm_up Pain while warming up. What does the pain do in the first few minutes of a run?
---@field after_cool_down complaint_after_cool_down Pain after cooling down. Once you have cooled down, how is the pain compared with during the run?
---@field sitting_minutes_to_pain number_fact Sitting time before pain. How many minutes can you sit before it starts to hurt? In minutes. From 0 to 600.
---@field recent_load_increase yesno Recent change in training. In the weeks before it began, did you train more, harder or more often than usual?
---@field radiation complaint_radiation Does the pain spread?. Does the pain spread down the leg?
---@field radiation_days number_fact Days since the pain spread. How many days ago did the pain begin to spread? In days. From 0 to 2000.
---@field rest_pain number_fact Pain at rest. How strong is the pain when you rest? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field worst_pain number_fact Worst pain this week. How strong was the pain at its worst in the last week? 0 is no pain, 10 is the worst you can imagine. In out of 10. From 0 to 10.
---@field exertional_claudication yesno Leg pain after a set distance. When you walk a certain distance, does your buttock or leg begin to hurt, and does it ease within minutes of standing still?
---@field night_pain complaint_night_pain Pain at night. What is the pain like at night?
---@type complaint_facts
complaint = {}

---@class injury_facts
---@field mechanism injury_mechanism What happened. Did one event start it? Which one is closest?
---@field days_since number_fact Days since it happened. How many days ago did it happen? In days. From 0 to 2000.
---@field pop yesno Pop or snap. Did you feel or hear a pop or a snap?
---@field bruising yesno Bruising. Has a bruise come up on your buttock or the back of your thigh?
---@field palpable_gap yesno Gap to the touch. Is there a palpable gap below the ischial tuberosity?
---@field knee_flexion_weakness injury_knee_flexion_weakness Weak knee bend. How weak is resisted knee flexion compared with the other side?
---@field cannot_sit yesno Unable to sit. Since it happened, are you unable to sit?
---@field stiff_legged_gait yesno Stiff-legged walk. Since it happened, do you walk with a stiff, straight leg?
---@field bears_weight yesno Can take four steps. Can you put weight on that leg and take four steps?
---@type injury_facts
injury = {}

---@class screening_facts
---@field saddle_numbness yesno Numbness between the legs. Is there any numbness or odd feeling around your back passage, genitals or between your legs?
---@field bladder_change yesno Change in the bladder. Has anything changed when you pass urine: trouble starting, less feeling of the flow, not emptying, or new leaking?
---@field bowel_change yesno Change in the bowel. Have you lost control of your bowel, or the feeling that it is full?
---@field sexual_change yesno Change in sexual function. Has your sexual function changed recently, for example erections, arousal or orgasm?
---@field bilateral_leg_weakness yesno Both legs weak. Have both legs become very weak, or are they getting weaker?
---@field cauda_equina_days number_fact Days since the newest of these changes. How many days ago did the newest of these changes begin, or last get worse: numbness between the legs, bladder, bowel, sexual function, weakness in both legs? In days. From 0 to 2000.
---@field progressive_weakness yesno A limb getting weaker. Is one of your arms or legs getting weaker?
---@field ankle_dorsiflexion_grade number_fact Ankle dorsiflexion strength. What is the MRC grade of ankle dorsiflexion on the weaker side? In out of 5. From 0 to 5.
---@field foot_weakness_days number_fact Days since the foot became weak. How many days ago did the weakness in the foot begin? In days. From 0 to 20000.
---@field leg_neurology screening_leg_neurology Nerve signs in the leg. Have you noticed any of these in your legs?
---@field limb_threat screening_limb_threat Circulation of the leg. On examination, does the leg show any of these?
---@field growing_lump yesno A growing lump. Have you noticed a lump that is getting bigger?
---@field cancer_history yesno Cancer, now or in the past. Have you ever had cancer, or do you have it now?
---@field unexplained_weight_loss yesno Weight loss without a reason. Have you lost weight without meaning to?
---@field fever yesno Fever. Do you have a temperature of 38 °C or more?
---@field systemically_unwell yesno Feeling very unwell. Do you feel very ill in yourself, with shivering, sweats or confusion?
---@field infection_risks screening_infection_risks Infection risks. Do any of these apply to you?
---@field chest_pain screening_chest_pain Chest pain. Have you had chest pain, at rest or with effort, and when?
---@field faint_or_breathless screening_faint_or_breathless Fainting or breathlessness. Have you fainted, or been more breathless than the effort explains, and when?
---@field coughing_blood yesno Coughing up blood. Have you coughed up any blood?
---@field dvt_signs screening_dvt_signs Signs of a clot in the leg. Which of the two-level Wells items are present?
---@field prior_fragility_fracture yesno Bone broken by a small fall. Have you ever broken a bone in a simple fall, or with no clear injury?
---@field missed_periods number_fact Missed periods. How many periods in a row have you missed over the last 12 months or longer? Answer 0 for none. In periods. From 0 to 120.
---@field stress_fracture_history screening_stress_fracture_history Earlier stress fracture. Have you ever had a stress fracture, and where?
---@field single_leg_stance_pain yesno Pain standing on one leg. Does standing on that leg alone hurt in the groin, the hip or low in the back over the tailbone?
---@field hip_rotation_painful yesno Painful hip rotation. Is internal rotation of the hip painful?
---@field running_impossible yesno Too sore to run. Does pain make running impossible for you?
---@field back_pain_onset_age number_fact Age when back pain began. If you have back pain, how old were you when it began? In years. From 0 to 110.
---@field back_pain_months number_fact Months of back pain. If you have back pain, for how many months have you had it? In months. From 0 to 1200.
---@field inflammatory_features screening_inflammatory_features Features of inflammatory pain. Which of these fit you?
---@field exercise_screen_yes screening_exercise_screen_yes Exercise safety screen. Have you been told of, or do you have, any of these? Choose every one that is a yes.
---@field weekly_activity_minutes number_fact Weekly activity. In a usual week, how many minutes are you active? Add light and moderate minutes, and count vigorous minutes twice. In minutes. From 0 to 5000.
---@type screening_facts
screening = {}

---@class examination_facts
---@field puranen_orava yesno Puranen-Orava test. Does the Puranen-Orava stretch bring on the familiar sit-bone pain?
---@field bent_knee_stretch yesno Bent-knee stretch. Is the bent-knee stretch test positive?
---@field modified_bent_knee_stretch yesno Modified bent-knee stretch. Is the modified bent-knee stretch test positive?
---@field single_leg_bridge_pain yesno Pain in the single-leg bridge. Does the single-leg bridge bring on the familiar pain?
---@field arabesque_pain yesno Pain in the arabesque. Does the arabesque, a single-leg deadlift, bring on the familiar pain?
---@field sit_bone_tenderness yesno Tender sit bone. Is the ischial tuberosity tender on palpation?
---@field seated_piriformis yesno Seated piriformis stretch. Is the seated piriformis stretch test positive?
---@field slump yesno Slump test. Is the slump test positive?
---@field visa_h number_fact VISA-H score. What is the VISA-H score? In out of 100. From 0 to 100.
---@type examination_facts
examination = {}

---@class rehab_facts
---@field stage number_fact Rehabilitation stage. At which rehabilitation stage is the person working? From 0 to 4. Asked for, or not: given(), not_given().
---@field load_test_pain number_fact Pain in the load test. How strong was the pain in today's standard load test, from 0 to 10? In out of 10. From 0 to 10.
---@field settles_hours number_fact Time to settle. After you load it, how many hours does the pain take to return to its usual level? In hours. From 0 to 336.
---@field weeks_stable number_fact Stable weeks. For how many weeks in a row has load-test pain been 3 or less and settled within 24 hours? In weeks. From 0 to 104.
---@field rise_from_baseline number_fact Change from usual. By how many points is load-test pain above your usual today? Use a minus sign if it is below. In points. From -10 to 10.
---@field run_pain number_fact Pain in the last run. How strong was the pain at its worst during your last run, from 0 to 10? In out of 10. From 0 to 10.
---@field limping yesno Limping. Are you limping?
---@field adherent_weeks number_fact Weeks of program done. How many weeks of the prescribed program have you actually done? In weeks. From 0 to 520.
---@field flares_last_8_weeks number_fact Flare-ups in 8 weeks. How many flare-ups have you had in the last eight weeks? In flare-ups. From 0 to 56.
---@field fear_of_movement yesno Fear of movement. Is fear of movement holding this person back (TSK 42 or more, or your own judgement)?
---@type rehab_facts
rehab = {}

---@class strength_facts
---@field walk_30min_pain number_fact Pain in a 30-minute walk. How strong is the pain in a 30-minute brisk walk, from 0 to 10? In out of 10. From 0 to 10.
---@field single_leg_bridge_reps number_fact Single-leg bridges. How many single-leg bridges on the worse side? In repetitions. From 0 to 100.
---@field calf_raise_reps number_fact Single-leg calf raises. How many single-leg calf raises on the worse side? In repetitions. From 0 to 100.
---@field single_leg_squat_reps number_fact Single-leg squats. How many single-leg squats on the worse side? In repetitions. From 0 to 100.
---@field hop_reps number_fact Single-leg hops. How many single-leg hops on the worse side? In repetitions. From 0 to 100.
---@field tests_pain number_fact Pain in the strength tests. How strong was the worst pain during the strength tests, from 0 to 10? In out of 10. From 0 to 10.
---@type strength_facts
strength = {}

---@class treatment_facts
---@field considering treatment_considering Being considered. Which of these are you asking about, or has someone suggested to you? Asked for, or not: given(), not_given().
---@field cortisone_drug treatment_cortisone_drug Corticosteroid. Which corticosteroid is planned?
---@field days_to_competition number_fact Days to competition. How many days is it until your next competition? In days. From 0 to 730.
---@field had_injection yesno Earlier injection. Have you ever had a cortisone or platelet-rich plasma injection at this tendon?
---@field weeks_since_injection number_fact Weeks since injection. How many weeks ago was the last of these injections? In weeks. From 0 to 520.
---@type treatment_facts
treatment = {}

---@class class_facts
---@field asks_for class_asks_for Class asked for. Would you like to join a class? Asked for, or not: given(), not_given().
---@field assessed_by_physio yesno Assessed for the class. Has a physio of the clinic assessed this person for the class?
---@field can_attend_monday_or_tuesday yesno Free on Monday or Tuesday. Can you come on Monday or Tuesday evenings?
---@field medically_cleared yesno Cleared by a doctor or midwife. Has a doctor or midwife cleared you to take part in the class?
---@field pelvic_health_cleared yesno Cleared by a pelvic-health physio. Has a pelvic-health physio cleared you to take part in the class?
---@field guardian_consent yesno Consent of a parent or guardian. If you are under 18, has your parent or guardian agreed to it?
---@field missed_session yesno Missed session. Would you like to make up a session that you missed?
---@type class_facts
class = {}

--- Day of the assessment. On which day were these answers given?
---@type day
assessed_on = {}
